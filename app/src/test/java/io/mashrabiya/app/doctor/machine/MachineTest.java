package io.mashrabiya.app.doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.worker.DoorSettings;
import io.mashrabiya.media.worker.WorkerCommand;
import io.mashrabiya.media.worker.WorkerDoor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void java_older_isAFault_newerIsAdvised() {
    assertThat(new JavaVersion(21).examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class, fault -> assertThat(fault.remedy()).asString().contains("JDK 25"));
    assertThat(new JavaVersion(25).examine()).isInstanceOf(Verdict.Ok.class);
    assertThat(new JavaVersion(26).examine()).isInstanceOf(Verdict.Advice.class);
  }

  @Test
  void memory_isJudgedByHowMuchThereIs() {
    assertThat(new Memory(256L << 20).examine()).isInstanceOf(Verdict.Fault.class);
    assertThat(new Memory(800L << 20).examine()).isInstanceOf(Verdict.Advice.class);
    assertThat(new Memory(2L << 30).examine()).isInstanceOf(Verdict.Ok.class);
    assertThat(new Memory(0).examine()).isInstanceOf(Verdict.NotExamined.class);
    assertThat(Memory.ofThisMachine().totalBytes()).isPositive();
  }

  /// A worker that is no worker.
  @Test
  void decoder_whoseWorkerDoesNotStart_isAFault() {
    DoorSettings usual = DoorSettings.DEFAULT;
    var broken =
        new DoorSettings(
            new WorkerCommand(MachineTest.class, usual.command().mostDataBytes()),
            Duration.ofSeconds(15),
            usual.deadline(),
            usual.mostResidentBytes(),
            usual.idle());
    try (WorkerDoor door = WorkerDoor.open(broken)) {
      assertThat(new Decoder(door).examine())
          .isInstanceOfSatisfying(
              Verdict.Fault.class,
              fault -> assertThat(fault.found()).asString().contains("does not start"));
    }
  }
}
