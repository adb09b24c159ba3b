package io.mashrabiya.relay.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.admit.TokenBucket.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final Duration START = Duration.ofSeconds(100);
  private final TokenBucket bucket = new TokenBucket(new Rate(10, 2), START);

  @Test
  void take_burstUpToCapacity_passesAndNoMore() {
    assertThat(bucket.take(7, START)).isTrue();
    assertThat(bucket.take(3, START)).isTrue();
    assertThat(bucket.take(1, START)).isFalse();
  }

  @Test
  void take_moreThanIsThere_takesNothing() {
    assertThat(bucket.take(11, START)).isFalse();
    assertThat(bucket.take(10, START)).isTrue();
  }

  @Test
  void take_afterAWhile_hasGainedByTheRate() {
    bucket.take(10, START);
    assertThat(bucket.take(2, START.plusMillis(999))).isFalse();
    assertThat(bucket.take(2, START.plusSeconds(1))).isTrue();
  }

  @Test
  void take_afterALongWhile_hasNoMoreThanCapacity() {
    assertThat(bucket.take(11, START.plusSeconds(10_000))).isFalse();
  }

  @Test
  void take_timeThatRunsBackwards_gainsNothing() {
    bucket.take(10, START);
    assertThat(bucket.take(1, START.minusSeconds(50))).isFalse();
    assertThat(bucket.take(1, START)).isFalse();
  }

  @Test
  void isFull_onlyOnceAllIsRegained() {
    assertThat(bucket.isFull(START)).isTrue();
    bucket.take(4, START);
    assertThat(bucket.isFull(START.plusSeconds(1))).isFalse();
    assertThat(bucket.isFull(START.plusSeconds(2))).isTrue();
  }

  @Test
  void rate_thatLetsNothingThrough_isRefused() {
    assertThatThrownBy(() -> new Rate(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(1, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
