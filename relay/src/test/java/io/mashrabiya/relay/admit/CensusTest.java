package io.mashrabiya.relay.admit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.TokenBucket.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CensusTest {
  private static final Duration NOW = Duration.ZERO;
  private final Census census = new Census(new Census.Limits(4, 2, new Rate(3, 1)));

  @Test
  void arrives_oneAddressTooOften_isRefusedAndOthersAreNot() {
    assertThat(census.arrives("192.0.2.1", NOW)).isTrue();
    assertThat(census.arrives("192.0.2.1", NOW)).isTrue();
    assertThat(census.arrives("192.0.2.1", NOW)).isFalse();
    assertThat(census.arrives("192.0.2.2", NOW)).isTrue();
  }

  @Test
  void arrives_relayFull_isRefused() {
    for (int i = 0; i < 4; i++) {
      assertThat(census.arrives("192.0.2." + i, NOW)).isTrue();
    }
    assertThat(census.arrives("192.0.2.9", NOW)).isFalse();
    census.leaves("192.0.2.0");
    assertThat(census.arrives("192.0.2.9", NOW)).isTrue();
    assertThat(census.links()).isEqualTo(4);
  }

  @Test
  void arrives_comingAndGoingFast_isRefusedForAWhile() {
    for (int i = 0; i < 3; i++) {
      assertThat(census.arrives("192.0.2.1", NOW)).isTrue();
      census.leaves("192.0.2.1");
    }
    assertThat(census.arrives("192.0.2.1", NOW)).isFalse();
    assertThat(census.arrives("192.0.2.1", NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void tick_addressThatJustLeft_isNotForgottenTooEarly() {
    for (int i = 0; i < 3; i++) {
      census.arrives("192.0.2.1", NOW);
      census.leaves("192.0.2.1");
    }
    census.tick(NOW);
    assertThat(census.arrives("192.0.2.1", NOW)).isFalse();
    census.tick(NOW.plusSeconds(10));
    assertThat(census.arrives("192.0.2.1", NOW.plusSeconds(10))).isTrue();
  }

  @Test
  void leaves_unknownAddress_changesNothing() {
    census.leaves("192.0.2.1");
    assertThat(census.links()).isZero();
  }
}
