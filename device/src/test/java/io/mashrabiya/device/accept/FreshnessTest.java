package io.mashrabiya.device.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds over long times; single exchanges are in [AcceptVectorsTest].
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
  void answered_floodOfAnswers_keepsABoundedNumberAndTheNewest() {
    for (int i = 0; i <= 5_000; i++) {
      freshness.answered(at(10 + i / 1000.0), home(100 + i / 1000.0), at(10 + i / 1000.0));
    }
    assertThat(freshness.of(home(105), at(15))).isEqualTo(known(0));
  }

  /// The device's wall clock was set by five seconds, or it slept: one of its clocks stood still.
  private static Moment later(double seconds) {
    return new Moment(of(seconds), WALL.plus(of(seconds + 5)));
  }

  @Test
  void hears_afterTheClocksCameApart_isFalseUntilTheNextAnswer() {
    freshness.answered(at(10), home(100), at(10));
    assertThat(freshness.hears(at(11))).isTrue();
    assertThat(freshness.hears(later(11))).isFalse();
    freshness.answered(later(12), home(102), later(12));
    assertThat(freshness.hears(later(12))).isTrue();
  }

  @Test
  void answered_afterTheClocksCameApart_boundsByTheNewAnswerAlone() {
    freshness.answered(at(10), home(100), at(10));
    freshness.answered(later(12), home(102), later(12));
    assertThat(freshness.of(home(102), later(13))).isEqualTo(known(1));
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
