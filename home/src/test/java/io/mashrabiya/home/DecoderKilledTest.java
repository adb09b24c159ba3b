package io.mashrabiya.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.home.door.DoorClient;
import io.mashrabiya.media.worker.DoorEvent;
import io.mashrabiya.media.worker.child.WorkerMain;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A home with a drawn camera and somebody who watches it, whose decoding worker is killed by `kill
/// -9`.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DecoderKilledTest {
  private static final Optional<String> DOOR = Optional.of("Door");

  @TempDir private Path folder;
  private TestHouse house;
  private DoorClient client;

  @BeforeEach
  void start() throws Exception {
    house = new TestHouse(folder.resolve("home"));
    client = new DoorClient(house.data());
    Eventually.holds(() -> house.home().cameras().getFirst().state() == CameraState.LIVE);
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private static CameraId camera(TestHouse.Watcher phone) throws Exception {
    return switch (phone.device().household()) {
      case Asked.Answered<Answer.HouseholdAnswer>(Answer.HouseholdAnswer answer) ->
          answer.cameras().getFirst().camera();
      case Asked.Refused<Answer.HouseholdAnswer> refused ->
          throw new AssertionError("refused: " + refused.reason());
    };
  }

  /// The workers of this test's home, as any operator sees them.
  private static List<ProcessHandle> workers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(WorkerMain.class.getName()))
        .toList();
  }

  private static void killWorkers() throws Exception {
    for (ProcessHandle worker : workers()) {
      worker.destroyForcibly();
      worker.onExit().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void worker_killed_picturesFlowOnAndTheNextSnapshotIsMade() throws Exception {
    try (TestHouse.Watcher phone = house.watcher(house.pair("Phone"))) {
      phone.device().open(camera(phone));
      for (int kills = 1; kills <= 2; kills++) {
        assertThat(client.snapshot(DOOR, "jpg").isGiven()).isTrue();
        assertThat(workers()).hasSize(1);
        killWorkers();
        phone.seenSoFar();
        for (int i = 0; i < 10; i++) {
          phone.sees(Sight.Seen.class, seen -> seen.accepted().paint());
        }
      }
      assertThat(client.snapshot(DOOR, "jpg").isGiven()).isTrue();
      assertThat(house.home().decoding().of(DoorEvent.START)).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void home_thatEnds_leavesNoWorker() throws Exception {
    assertThat(client.snapshot(DOOR, "jpg").isGiven()).isTrue();
    List<ProcessHandle> workers = workers();
    assertThat(workers).hasSize(1);
    house.stopHome();
    assertThat(workers).noneMatch(ProcessHandle::isAlive);
  }
}
