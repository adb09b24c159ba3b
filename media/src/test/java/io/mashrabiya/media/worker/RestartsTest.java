package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartsTest {
  private static final Duration NOW = Duration.ofDays(1);

  private final Restarts restarts = new Restarts();

  @Test
  void mayStart_firstAndAfterOneUselessLife_isAtOnce() {
    assertThat(restarts.mayStart(NOW)).isTrue();
    restarts.useless(NOW);
    assertThat(restarts.mayStart(NOW)).isTrue();
  }

  @Test
  void mayStart_uselessLivesInARow_waitsTwiceAsLongEachTimeUpToAMost() {
    restarts.useless(NOW);
    for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      restarts.useless(NOW);
      Duration end = NOW.plusSeconds(seconds);
      assertThat(restarts.mayStart(end.minusNanos(1))).isFalse();
      assertThat(restarts.mayStart(end)).isTrue();
    }
  }

  @Test
  void startDeadline_ofOnesThatWereTooSlow_doublesUpToAMostUntilOneAnswers() {
    Duration first = Duration.ofSeconds(15);
    for (long seconds : new long[] {15, 30, 60, 120, 120}) {
      assertThat(restarts.startDeadline(first)).isEqualTo(Duration.ofSeconds(seconds));
      restarts.tooSlow();
    }
    restarts.useful();
    assertThat(restarts.startDeadline(first)).isEqualTo(first);
  }

  @Test
  void mayStart_afterAnAnswer_isAtOnceAgain() {
    restarts.useless(NOW);
    restarts.useless(NOW);
    restarts.useful();
    assertThat(restarts.mayStart(NOW)).isTrue();
  }
}
