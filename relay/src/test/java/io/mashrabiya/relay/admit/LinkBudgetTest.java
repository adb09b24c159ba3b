package io.mashrabiya.relay.admit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.TokenBucket.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinkBudgetTest {
  private static final Duration NOW = Duration.ZERO;
  private final LinkBudget budget =
      new LinkBudget(new LinkLimits(10, 100, new Rate(3, 1), new Rate(250, 10)), NOW);

  @Test
  void allows_longestMessage_andNotOneByteMore() {
    assertThat(budget.allows(101, NOW)).isFalse();
    assertThat(budget.allows(100, NOW)).isTrue();
  }

  @Test
  void allows_tooManyMessages_refuses() {
    for (int i = 0; i < 3; i++) {
      assertThat(budget.allows(1, NOW)).isTrue();
    }
    assertThat(budget.allows(1, NOW)).isFalse();
    assertThat(budget.allows(1, NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void allows_tooManyBytes_refuses() {
    assertThat(budget.allows(100, NOW)).isTrue();
    assertThat(budget.allows(100, NOW)).isTrue();
    assertThat(budget.allows(51, NOW)).isFalse();
  }
}
