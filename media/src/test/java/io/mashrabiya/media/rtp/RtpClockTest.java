package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpClockTest {
  private static final long START = 1_700_000_000_000_000L;

  private final RtpClock clock = new RtpClock(90_000);

  @Test
  void capture_steadyCamera_isArrival() {
    for (int i = 0; i < 100; i++) {
      assertThat(clock.captureMicros(i * 3600, START + i * 40_000L)).isEqualTo(START + i * 40_000L);
    }
    assertThat(clock.jumps()).isZero();
  }

  @Test
  void capture_jitter_isSmoothedToTheIntervalsOfTheCamera() {
    Random random = new Random(3);
    long last = 0;
    long worst = 0;
    for (int i = 0; i < 1000; i++) {
      long arrival = START + i * 40_000L + random.nextInt(20_000);
      long capture = clock.captureMicros(i * 3600, arrival);
      if (i > 20) {
        worst = Math.max(worst, Math.abs(capture - last - 40_000));
      }
      last = capture;
    }
    assertThat(worst).as("of the 20 ms that came in").isLessThan(5_000);
  }

  @Test
  void capture_timestampsThatWrap_goOn() {
    int nearlyWrapped = -3600 * 5;
    for (int i = 0; i < 10; i++) {
      long arrival = START + i * 40_000L;
      assertThat(clock.captureMicros(nearlyWrapped + i * 3600, arrival)).isEqualTo(arrival);
    }
    assertThat(clock.jumps()).isZero();
  }

  @Test
  void capture_burst_isNeverInTheFuture() {
    for (int i = 0; i < 50; i++) {
      long arrival = START + i * 100L;
      assertThat(clock.captureMicros(i * 3600, arrival)).isEqualTo(arrival);
    }
  }

  @Test
  void capture_lateBurstAfterAHole_keepsTheIntervals() {
    clock.captureMicros(0, START);
    long late = START + 300_000;
    assertThat(clock.captureMicros(3600, late)).isBetween(START + 40_000, START + 45_000);
    assertThat(clock.captureMicros(7200, late + 10)).isBetween(START + 80_000, START + 90_000);
  }

  /// @param heldMillis after the first frame, which all that were taken meanwhile wait for
  /// @param eachMillis between them when they come
  private void assertHeldBack(int heldMillis, int eachMillis) {
    clock.captureMicros(0, START);
    int frames = heldMillis / (40 - eachMillis); // until none is late any more
    for (int i = 1; i < frames; i++) {
      long arrival = START + 1_000L * (heldMillis + (long) i * eachMillis);
      long taken = START + i * 40_000L;
      long capture = clock.captureMicros(i * 3600, arrival);
      assertThat(capture).as("frame " + i).isBetween(taken, taken + 300_000);
    }
    assertThat(clock.jumps()).isZero();
  }

  @ParameterizedTest(name = "for {0} ms")
  @ValueSource(ints = {600, 4_900, 9_900})
  void capture_heldBackAndThenAtOnce_isWhenItWasTaken(int millis) {
    assertHeldBack(millis, 0);
  }

  @Test
  void capture_heldBackAndThenLittleByLittle_isWhenItWasTaken() {
    assertHeldBack(5_000, 32);
  }

  @Test
  void capture_heldBackTwice_isWhenItWasTaken() {
    clock.captureMicros(0, START);
    assertThat(clock.captureMicros(3_600, START + 3_000_000)).isEqualTo(START + 40_000);
    assertThat(clock.captureMicros(7_200, START + 6_000_000)).isEqualTo(START + 80_000);
    assertThat(clock.captureMicros(8 * 90_000, START + 8_100_000))
        .isBetween(START + 8_000_000, START + 8_100_000);
    assertThat(clock.jumps()).isZero();
  }

  @Test
  void capture_heldBackForLongerThanAnyPause_isArrivalAndCounted() {
    clock.captureMicros(0, START);
    assertThat(clock.captureMicros(3_600, START + 11_000_000)).isEqualTo(START + 11_000_000);
    assertThat(clock.jumps()).isOne();
  }

  /// A camera that paused, and does not count the time: nothing comes quicker than it is taken.
  @Test
  void capture_clockThatDoesNotCountAPause_isArrivalAfterAWhile() {
    clock.captureMicros(0, START);
    long gap = 5_000_000;
    for (int i = 1; i < 100; i++) {
      long arrival = START + gap + i * 40_000L;
      long capture = clock.captureMicros(i * 3600, arrival);
      boolean isWaitedFor = i * 40_000L <= HeldBack.PATIENCE_MICROS + 40_000;
      assertThat(capture).as("frame " + i).isEqualTo(isWaitedFor ? arrival - gap : arrival);
    }
    assertThat(clock.jumps()).isOne();
  }

  /// It becomes late by 27 ms with each frame, and nothing is held back.
  @Test
  void capture_clockOfTheWrongRate_isNeverTakenForHeldBack() {
    for (int i = 0; i < 1_000; i++) {
      long arrival = START + i * 67_000L;
      assertThat(clock.captureMicros(i * 3600, arrival))
          .isBetween(arrival - RtpClock.MOST_SMOOTHING_MICROS, arrival);
    }
  }

  /// Its gaps are long, but they are its usual ones.
  @Test
  void capture_fewPicturesStampedAsMany_areSoonArrival() {
    for (int i = 0; i < 100; i++) {
      long arrival = START + i * 1_000_000L;
      long capture = clock.captureMicros(i * 3600, arrival);
      assertThat(capture).isBetween(arrival - HeldBack.MOST_MICROS, arrival);
      if (i > 20) {
        assertThat(capture).as("picture " + i).isEqualTo(arrival);
      }
    }
  }

  /// It stamps 15 pictures a second as 25, and pauses again and again.
  @Test
  void capture_clockOfTheWrongRateWithPauses_isOldForAMomentOnly() {
    long arrival = START;
    int old = 0;
    for (int i = 1; i <= 1_500; i++) {
      arrival += i % 20 == 0 ? 667_000 : 67_000;
      long late = arrival - clock.captureMicros(i * 3600, arrival);
      assertThat(late).isBetween(0L, 4_000_000L);
      old += late > 3_000_000 ? 1 : 0;
    }
    assertThat(old).as("pictures that are not live for it").isLessThan(150);
  }

  @Test
  void capture_lostPackets_areNoPause() {
    clock.captureMicros(0, START);
    assertThat(clock.captureMicros(450_000, START + 5_000_000)).isEqualTo(START + 5_000_000);
    assertThat(clock.captureMicros(453_600, START + 5_040_000)).isEqualTo(START + 5_040_000);
    assertThat(clock.jumps()).isZero();
  }

  /// As docs/design/capture-time.md says: this passes for live.
  @Test
  void capture_becomesLateLittleByLittle_isArrivalWithinHalfASecond() {
    for (int i = 0; i < 1_000; i++) {
      long arrival = START + i * 50_000L;
      assertThat(arrival - clock.captureMicros(i * 3600, arrival))
          .isBetween(0L, RtpClock.MOST_SMOOTHING_MICROS);
    }
  }

  @ParameterizedTest(name = "a jump of {0}")
  @ValueSource(ints = {-90_000, -1, 0, 90_000 * 11, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void capture_clockThatJumps_isArrivalAndCounted(int jump) {
    clock.captureMicros(5000, START);
    assertThat(clock.captureMicros(5000 + jump, START + 40_000)).isEqualTo(START + 40_000);
    assertThat(clock.jumps()).isOne();
  }

  @Test
  void capture_slowCameraClock_isFollowed() {
    long capture = 0;
    long arrival = START;
    for (int i = 0; i < 25 * 600; i++) { // ten minutes, 1% slow
      arrival = START + i * 40_000L;
      capture = clock.captureMicros(i * 3564, arrival);
    }
    assertThat(arrival - capture).isBetween(0L, 50_000L);
  }

  @Test
  void capture_anythingAtAll_keepsTheGuarantee() {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      RtpClock anything = new RtpClock(90_000);
      long arrival = START;
      long last = Long.MIN_VALUE;
      int timestamp = random.nextInt();
      for (int i = 0; i < 500; i++) {
        arrival += random.nextInt(random.nextInt(20) == 0 ? 9_000_000 : 80_000);
        timestamp += random.nextInt(10) == 0 ? random.nextInt() : random.nextInt(7200);
        long capture = anything.captureMicros(timestamp, arrival);
        assertThat(capture).isGreaterThan(last);
        assertThat(capture).isBetween(arrival - HeldBack.MOST_MICROS, Math.max(arrival, last + 1));
        last = capture;
      }
    }
  }
}
