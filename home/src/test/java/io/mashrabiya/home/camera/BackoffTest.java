package io.mashrabiya.home.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration MOST = Duration.ofSeconds(3);

  @Test
  void next_again_doublesUpToTheLimit() {
    Backoff backoff = new Backoff(FIRST, MOST, () -> 1);
    assertThat(new Duration[] {backoff.next(), backoff.next(), backoff.next(), backoff.next()})
        .containsExactly(FIRST, Duration.ofSeconds(1), Duration.ofSeconds(2), MOST);
  }

  @Test
  void next_leastChance_isHalf() {
    assertThat(new Backoff(FIRST, MOST, () -> 0).next()).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void reset_afterTrouble_beginsAnew() {
    Backoff backoff = new Backoff(FIRST, MOST, () -> 1);
    backoff.next();
    backoff.next();
    backoff.reset();
    assertThat(backoff.next()).isEqualTo(FIRST);
  }
}
