package io.mashrabiya.device.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final Instant HOME = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration WALL = Duration.ofDays(20_000);
  private final Freshness freshness = new Freshness();

  /// Both clocks run alike.
  private static Moment at(double seconds) {
    return new Moment(of(seconds), WALL.plus(of(seconds)));
  }

  private static Duration of(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static Instant home(double seconds) {
    return HOME.plus(of(seconds));
  }

  private static Age known(double seconds) {
    return new Age.Known(of(seconds));
  }

  @Test
  void of_beforeAnyAnswer_isUnknown() {
    assertThat(freshness.of(home(0), at(1))).isEqualTo(new Age.Unknown(home(0)));
    assertThat(freshness.hears(at(1))).isFalse();
  }

  @Test
  void of_pictureOfTheMomentOfTheAnswer_isAsOldAsTheWayTook() {
    freshness.answered(at(10), home(100), at(10.4));
    assertThat(freshness.of(home(100), at(10.4))).isEqualTo(known(0.4));
  }

  @Test
  void of_answerDelayedByTheRelay_isNeverSmallerThanTheTruth() {
    freshness.answered(at(10), home(100), at(30));
    assertThat(freshness.of(home(100), at(30))).isEqualTo(known(20));
    assertThat(freshness.isLive(home(119), at(30))).isFalse();
  }

  @Test
  void of_severalAnswers_takesTheTightest() {
    freshness.answered(at(10), home(100.2), at(10.4));
    freshness.answered(at(15), home(106), at(19));
    assertThat(freshness.of(home(105), at(19))).isEqualTo(known(4.2));
  }

  @Test
  void of_pictureFromTheFuture_isUnknown() {
    freshness.answered(at(10), home(100), at(10.1));
    assertThat(freshness.of(home(101), at(10.2))).isEqualTo(new Age.Unknown(home(101)));
    assertThat(freshness.isLive(home(101), at(10.2))).isFalse();
  }

  @Test
  void of_answerOlderThanAMinute_isForgotten() {
    freshness.answered(at(10), home(100), at(10.1));
    assertThat(freshness.of(home(100), at(70))).isEqualTo(known(60));
    assertThat(freshness.of(home(100), at(70.001))).isInstanceOf(Age.Unknown.class);
  }

  @Test
  void hears_questionSentLongerThanFifteenSecondsAgo_isFalse() {
    freshness.answered(at(10), home(100), at(24));
    assertThat(freshness.hears(at(25))).isTrue();
    assertThat(freshness.hears(at(25.001))).isFalse();
  }

  @Test
  void isLive_threeSecondsOldAndHeard_isTrueAndNotAMomentLonger() {
    freshness.answered(at(10), home(100), at(10));
    assertThat(freshness.isLive(home(100), at(13))).isTrue();
    assertThat(freshness.isLive(home(100), at(13.001))).isFalse();
  }

  @Test
  void isLive_newPictureButTheHomeUnheardForFifteenSeconds_isFalse() {
    freshness.answered(at(10), home(100), at(10));
    assertThat(freshness.isLive(home(114), at(25))).isTrue();
    assertThat(freshness.isLive(home(115), at(26))).isFalse();
  }

  /// The device slept: its monotonic clock stood still while the wall clock went on.
  @Test
  void of_monotonicClockStoodStillInSleep_isUnknown() {
    freshness.answered(at(10), home(100), at(10));
    Moment awake = new Moment(of(10.5), WALL.plus(of(13)));
    assertThat(freshness.of(home(100), awake)).isInstanceOf(Age.Unknown.class);
    assertThat(freshness.hears(awake)).isFalse();
  }

  @Test
  void of_clocksApartByLessThanTheGap_countsTheLongerOne() {
    freshness.answered(at(10), home(100), at(10));
    assertThat(freshness.of(home(100), new Moment(of(11), WALL.plus(of(12.5)))))
        .isEqualTo(known(2.5));
    assertThat(freshness.of(home(100), new Moment(of(11.5), WALL.plus(of(10)))))
        .isEqualTo(known(1.5));
  }

  @Test
  void of_wallClockSetBackFar_isUnknown() {
    freshness.answered(at(10), home(100), at(10));
    assertThat(freshness.of(home(100), new Moment(of(11), of(0)))).isInstanceOf(Age.Unknown.class);
  }

  @Test
  void answered_floodOfAnswers_keepsABoundedNumberAndTheNewest() {
    for (int i = 0; i <= 5_000; i++) {
      freshness.answered(at(10 + i / 1000.0), home(100 + i / 1000.0), at(10 + i / 1000.0));
    }
    assertThat(freshness.of(home(105), at(15))).isEqualTo(known(0));
  }

  /// Whoever carries the messages delays each as it likes, loses some and repeats others: the bound
  /// holds.
  @Test
  void of_tenThousandExchangesOfALyingRelay_isNeverSmallerThanTheTruth() {
    long seed = 20_261_123;
    Random random = new Random(seed);
    double now = 0;
    for (int i = 0; i < 10_000; i++) {
      double sent = now;
      double reached = sent + random.nextDouble() * 2;
      now = reached + random.nextDouble() * (random.nextInt(10) == 0 ? 30 : 1);
      if (random.nextInt(4) > 0) {
        freshness.answered(at(sent), home(reached), at(now));
      }
      if (random.nextInt(4) == 0) {
        freshness.answered(at(sent), home(reached), at(now));
      }
      double taken = now - random.nextDouble() * 10;
      Duration truth = of(now).minus(of(taken));
      if (freshness.of(home(taken), at(now)) instanceof Age.Known(Duration atMost)) {
        // a millisecond for the rounding of this test's clocks
        assertThat(atMost.plusMillis(1)).as("seed %s, round %s", seed, i).isGreaterThan(truth);
      }
    }
  }
}
