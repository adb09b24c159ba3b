package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.worker.BadWorker.Deed;
import io.mashrabiya.media.worker.child.WorkerMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stills by worker processes that are sound, and by such as misbehave in every way that we could
/// think of.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerDoorTest {
  private static final Subject DOOR = new Subject("door");
  private static final Subject NURSERY = new Subject("nursery");
  private static final long SEED = 5;

  private final AtomicReference<Duration> now = new AtomicReference<>(Duration.ofDays(1));

  private WorkerDoor open(DoorSettings settings) {
    return WorkerDoor.open(settings, now::get);
  }

  private static WhyNot whyNot(WorkerDoor door, Subject of, Deed deed) {
    return whyNot(door.still(of, Workers.asking(deed)));
  }

  private static WhyNot whyNot(StillOutcome outcome) {
    return switch (outcome) {
      case StillOutcome.NotMade(WhyNot why) -> why;
      case StillOutcome.Made made -> throw new AssertionError("made: " + made);
    };
  }

  @Test
  void still_ofAKeyFrame_isMadeByAnotherProcess() {
    try (WorkerDoor door = open(Workers.REAL)) {
      assertThat(door.processes()).isEmpty();
      var made = (StillOutcome.Made) door.still(DOOR, Workers.jpeg(Workers.keyFrame()));
      assertThat(made.still().width()).isEqualTo(160);
      assertThat(made.still().bytes()).startsWith(0xFF, 0xD8);
      assertThat(door.processes()).singleElement().matches(process -> !isThisOne(process));
      assertThat(door.counters()).hasToString("{REQUEST=1, START=1}");
    }
  }

  private static boolean isThisOne(ProcessHandle process) {
    return process.equals(ProcessHandle.current());
  }

  /// Seeded damage to a true stream's key frame: whatever comes of it, the same worker goes on, or
  /// another one does.
  @Test
  void still_ofDamagedPictures_isMadeOrNotAndTheNextIs() {
    Random random = new Random(SEED);
    byte[] whole = Workers.keyFrame();
    try (WorkerDoor door = open(Workers.REAL)) {
      for (int i = 0; i < 200; i++) {
        byte[] damaged = whole.clone();
        for (int j = 0; j <= i % 8; j++) {
          damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        assertThat(door.still(DOOR, Workers.jpeg(damaged))).as("seed " + SEED).isNotNull();
      }
      byte[] noise = new byte[50_000];
      random.nextBytes(noise);
      assertThat(whyNot(door.still(DOOR, Workers.jpeg(noise)))).isEqualTo(WhyNot.DOES_NOT_DECODE);
      byte[] half = Arrays.copyOf(whole, whole.length / 2);
      assertThat(whyNot(door.still(DOOR, Workers.jpeg(half)))).isEqualTo(WhyNot.DOES_NOT_DECODE);
      assertThat(whyNot(door.still(DOOR, Workers.jpeg(new byte[0]))))
          .isEqualTo(WhyNot.DOES_NOT_DECODE);
      assertThat(door.still(DOOR, Workers.jpeg(whole))).isInstanceOf(StillOutcome.Made.class);
    }
  }

  @Test
  void still_largerThanAMessage_isNotMadeAndNobodyIsAsked() {
    try (WorkerDoor door = open(Workers.REAL)) {
      assertThat(whyNot(door.still(DOOR, Workers.jpeg(new byte[17 << 20]))))
          .isEqualTo(WhyNot.NO_MEMORY);
      assertThat(door.processes()).isEmpty();
    }
  }

  @Test
  void worker_killedInTheMiddle_isReplacedAndThePictureNotTriedAgain(@TempDir Path folder)
      throws Exception {
    Path begun = folder.resolve("begun");
    try (WorkerDoor door = open(Workers.bad(Workers.LONG))) {
      var hanging =
          CompletableFuture.supplyAsync(
              () -> whyNot(door.still(DOOR, Workers.jpeg(Deed.HANG.picture(begun)))));
      Eventually.holds(() -> Files.exists(begun));
      var waiting = CompletableFuture.supplyAsync(() -> whyNot(door, NURSERY, Deed.BEHAVE));
      ProcessHandle worker = door.processes().getFirst();
      worker.destroyForcibly();
      assertThat(hanging.get(60, TimeUnit.SECONDS)).isEqualTo(WhyNot.DECODER_DIED);
      assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo(WhyNot.DOES_NOT_DECODE);
      assertThat(door.processes()).doesNotContain(worker).hasSize(1);
      assertThat(door.counters()).hasToString("{REQUEST=2, FAILURE=2, START=2, DEATH=1}");
    }
  }

  /// Each ends that request alone, by the kill that is counted for it.
  @ParameterizedTest
  @CsvSource({
    "HANG, TOO_LATE, DEADLINE_KILL",
    "WRITE_GARBAGE, DECODER_DIED, NONSENSE_KILL",
    "WRITE_ENDLESSLY, DECODER_DIED, NONSENSE_KILL",
    "ANSWER_FOR_ANOTHER, DECODER_DIED, NONSENSE_KILL",
    "CLAIM_MUCH, DECODER_DIED, NONSENSE_KILL",
    "EXIT, DECODER_DIED, DEATH",
    "COMPLAIN_ENDLESSLY, TOO_LATE, DEADLINE_KILL",
  })
  void worker_thatMisbehaves_costsThatPictureAlone(Deed deed, WhyNot why, DoorEvent counted) {
    try (WorkerDoor door = open(Workers.bad(Workers.SHORT))) {
      assertThat(whyNot(door, DOOR, deed)).isEqualTo(why);
      assertThat(door.counters().of(counted)).isOne();
      assertThat(whyNot(door, NURSERY, Deed.BEHAVE)).isEqualTo(WhyNot.DOES_NOT_DECODE);
      assertThat(door.counters().of(DoorEvent.START)).isEqualTo(2);
    }
  }

  @Test
  void worker_thatAnswersAFaultAtLength_isOneShortLineOfTheLog() {
    try (Logged logged = new Logged(KeptWorker.class);
        WorkerDoor door = open(Workers.bad(Workers.LONG))) {
      assertThat(whyNot(door, DOOR, Deed.ANSWER_AT_LENGTH)).isEqualTo(WhyNot.FAULT);
      assertThat(logged.messages())
          .singleElement()
          .asString()
          .contains("not of ours")
          .hasSizeLessThan(2_000)
          .doesNotContainPattern("[\\p{Cc}\\p{Zl}]");
    }
  }

  @Test
  void worker_thatAnswersTwice_isCaughtAtTheNextPicture() {
    try (WorkerDoor door = open(Workers.bad(Workers.LONG))) {
      assertThat(whyNot(door, DOOR, Deed.ANSWER_TWICE)).isEqualTo(WhyNot.DOES_NOT_DECODE);
      assertThat(whyNot(door, DOOR, Deed.BEHAVE)).isEqualTo(WhyNot.DECODER_DIED);
      assertThat(door.counters().of(DoorEvent.NONSENSE_KILL)).isOne();
    }
  }

  /// More than a pipe holds, so that writing it waits.
  private static final StillRequest LARGE = Workers.jpeg(new byte[1 << 20]);

  @Test
  void worker_thatTakesNoMorePictures_isKilledAtTheDeadline() {
    try (WorkerDoor door = open(Workers.bad(Workers.SHORT))) {
      assertThat(whyNot(door, DOOR, Deed.STOP_READING)).isEqualTo(WhyNot.DOES_NOT_DECODE);
      assertThat(whyNot(door.still(DOOR, LARGE))).isEqualTo(WhyNot.TOO_LATE);
      assertThat(whyNot(door, NURSERY, Deed.BEHAVE)).isEqualTo(WhyNot.DOES_NOT_DECODE);
    }
  }

  @Test
  void close_whileAPictureIsStuckOnItsWayToTheWorker_returns() throws Exception {
    WorkerDoor door = open(Workers.bad(Workers.LONG));
    assertThat(whyNot(door, DOOR, Deed.STOP_READING)).isEqualTo(WhyNot.DOES_NOT_DECODE);
    var stuck = CompletableFuture.supplyAsync(() -> whyNot(door.still(DOOR, LARGE)));
    Eventually.holds(() -> door.counters().of(DoorEvent.REQUEST) == 2);
    door.close();
    assertThat(stuck.get(60, TimeUnit.SECONDS)).isEqualTo(WhyNot.CLOSED);
  }

  @Test
  void worker_thatEatsMemory_isKilledAtItsLimit() {
    DoorSettings usual = Workers.bad(Workers.LONG);
    var settings =
        new DoorSettings(usual.command(), Workers.LONG, Workers.LONG, 64L << 20, Workers.LONG);
    try (WorkerDoor door = open(settings)) {
      assertThat(whyNot(door, DOOR, Deed.EAT_MEMORY)).isEqualTo(WhyNot.NO_MEMORY);
      assertThat(door.counters().of(DoorEvent.MEMORY_KILL)).isOne();
      assertThat(whyNot(door, NURSERY, Deed.BEHAVE)).isEqualTo(WhyNot.DOES_NOT_DECODE);
    }
  }

  /// The decoder is refused and says so. Other systems than Linux count otherwise, or not at all.
  @Test
  @EnabledOnOs(OS.LINUX)
  void worker_pictureThatWantsMoreThanItMayAllocate_isNotMadeAndTheWorkerGoesOn() {
    byte[] large = Workers.keyFrame(3_840, 2_160);
    var tight = new WorkerCommand(WorkerMain.class, 64L << 20);
    var settings = new DoorSettings(tight, Workers.LONG, Workers.LONG, 1L << 30, Workers.LONG);
    try (WorkerDoor door = open(settings);
        WorkerDoor roomy = open(Workers.REAL)) {
      assertThat(door.still(DOOR, Workers.jpeg(large))).isInstanceOf(StillOutcome.NotMade.class);
      assertThat(door.still(DOOR, Workers.jpeg(Workers.keyFrame())))
          .isInstanceOf(StillOutcome.Made.class);
      assertThat(door.counters().of(DoorEvent.START)).isOne();
      assertThat(roomy.still(DOOR, Workers.jpeg(large))).isInstanceOf(StillOutcome.Made.class);
    }
  }

  @Test
  void worker_killedWhileIdle_isReplacedAndNobodyBlamed() throws Exception {
    try (WorkerDoor door = open(Workers.bad(Workers.LONG))) {
      for (int i = 0; i < 3; i++) {
        assertThat(whyNot(door, DOOR, Deed.BEHAVE)).isEqualTo(WhyNot.DOES_NOT_DECODE);
        ProcessHandle worker = door.processes().getFirst();
        worker.destroyForcibly();
        worker.onExit().get(60, TimeUnit.SECONDS);
      }
      assertThat(door.counters().of(DoorEvent.START)).isEqualTo(3);
      assertThat(door.counters().of(DoorEvent.RESTING)).isZero();
    }
  }

  @Test
  void camera_whosePicturesKillAgainAndAgain_restsAndTheOthersDoNot() {
    try (WorkerDoor door = open(Workers.bad(Workers.LONG))) {
      assertThat(whyNot(door, DOOR, Deed.EXIT)).isEqualTo(WhyNot.DECODER_DIED);
      assertThat(whyNot(door, DOOR, Deed.EXIT)).isEqualTo(WhyNot.DECODER_DIED);
      assertThat(whyNot(door, DOOR, Deed.EXIT)).isEqualTo(WhyNot.RESTING);
      now.updateAndGet(time -> time.plus(Restarts.FIRST_WAIT));
      assertThat(whyNot(door, NURSERY, Deed.BEHAVE)).isEqualTo(WhyNot.DOES_NOT_DECODE);
      now.updateAndGet(time -> time.plus(Suspects.FIRST_REST));
      assertThat(whyNot(door, DOOR, Deed.EXIT)).isEqualTo(WhyNot.DECODER_DIED);
      assertThat(whyNot(door, DOOR, Deed.EXIT)).isEqualTo(WhyNot.RESTING);
    }
  }

  @Test
  void worker_thatCannotStart_isTriedMoreAndMoreSeldom() {
    var command = new WorkerCommand(Workers.class, 1L << 30);
    var settings = new DoorSettings(command, Workers.LONG, Workers.LONG, 1L << 30, Workers.LONG);
    try (WorkerDoor door = open(settings)) {
      for (int i = 0; i < 4; i++) {
        assertThat(whyNot(door, DOOR, Deed.BEHAVE)).isEqualTo(WhyNot.NO_DECODER);
      }
      assertThat(door.counters().of(DoorEvent.START)).isEqualTo(2);
      now.updateAndGet(time -> time.plus(Restarts.FIRST_WAIT));
      assertThat(whyNot(door, DOOR, Deed.BEHAVE)).isEqualTo(WhyNot.NO_DECODER);
      assertThat(door.counters().of(DoorEvent.START)).isEqualTo(3);
    }
  }

  @Test
  void close_whileSomebodyWaits_tellsThemAndEndsTheWorker() throws Exception {
    WorkerDoor door = open(Workers.bad(Workers.LONG));
    assertThat(whyNot(door, DOOR, Deed.BEHAVE)).isEqualTo(WhyNot.DOES_NOT_DECODE);
    ProcessHandle worker = door.processes().getFirst();
    List<CompletableFuture<WhyNot>> waiting =
        List.of(
            CompletableFuture.supplyAsync(() -> whyNot(door, DOOR, Deed.HANG)),
            CompletableFuture.supplyAsync(() -> whyNot(door, NURSERY, Deed.HANG)));
    door.close();
    worker.onExit().get(60, TimeUnit.SECONDS);
    for (CompletableFuture<WhyNot> each : waiting) {
      assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo(WhyNot.CLOSED);
    }
    assertThat(door.processes()).isEmpty();
  }

  @Test
  void worker_nobodyAsksForAWhile_ends() throws Exception {
    var settings =
        new DoorSettings(
            WorkerCommand.DEFAULT, Workers.LONG, Workers.LONG, 1L << 30, Duration.ofMillis(1));
    try (WorkerDoor door = WorkerDoor.open(settings)) {
      assertThat(door.still(DOOR, Workers.jpeg(Workers.keyFrame())))
          .isInstanceOf(StillOutcome.Made.class);
      for (ProcessHandle worker : door.processes()) {
        worker.onExit().get(60, TimeUnit.SECONDS);
      }
      assertThat(door.still(DOOR, Workers.jpeg(Workers.keyFrame())))
          .isInstanceOf(StillOutcome.Made.class);
      assertThat(door.counters().of(DoorEvent.DEATH)).isZero();
      assertThat(door.counters().of(DoorEvent.UNWANTED_END)).isPositive();
    }
  }
}
