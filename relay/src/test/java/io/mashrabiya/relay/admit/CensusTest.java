package io.mashrabiya.relay.admit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.TokenBucket.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CensusTest {
  private static final Duration NOW = Duration.ZERO;
  private final Census census = new Census(new Census.Limits(4, 2, new Rate(3, 1)));

  private static Neighbourhood address(int last) {
    return Neighbourhood.of(new byte[] {(byte) 192, 0, 2, (byte) last});
  }

  /// Another address of the same IPv6 network for each number.
  private static Neighbourhood ofOneNetwork(int last) {
    byte[] address = new byte[16];
    address[0] = 0x20;
    address[15] = (byte) last;
    return Neighbourhood.of(address);
  }

  @Test
  void arrives_manyAddressesOfOneIpv6Network_countAsOne() {
    assertThat(census.arrives(ofOneNetwork(1), NOW)).isTrue();
    assertThat(census.arrives(ofOneNetwork(2), NOW)).isTrue();
    assertThat(census.arrives(ofOneNetwork(3), NOW)).isFalse();
    census.leaves(ofOneNetwork(1));
    assertThat(census.arrives(ofOneNetwork(4), NOW)).isTrue();
  }

  @Test
  void arrives_oneAddressTooOften_isRefusedAndOthersAreNot() {
    assertThat(census.arrives(address(1), NOW)).isTrue();
    assertThat(census.arrives(address(1), NOW)).isTrue();
    assertThat(census.arrives(address(1), NOW)).isFalse();
    assertThat(census.arrives(address(2), NOW)).isTrue();
  }

  @Test
  void arrives_relayFull_isRefused() {
    for (int i = 0; i < 4; i++) {
      assertThat(census.arrives(address(i), NOW)).isTrue();
    }
    assertThat(census.arrives(address(9), NOW)).isFalse();
    census.leaves(address(0));
    assertThat(census.arrives(address(9), NOW)).isTrue();
    assertThat(census.links()).isEqualTo(4);
  }

  @Test
  void arrives_comingAndGoingFast_isRefusedForAWhile() {
    for (int i = 0; i < 3; i++) {
      assertThat(census.arrives(address(1), NOW)).isTrue();
      census.leaves(address(1));
    }
    assertThat(census.arrives(address(1), NOW)).isFalse();
    assertThat(census.arrives(address(1), NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void tick_addressThatJustLeft_isNotForgottenTooEarly() {
    for (int i = 0; i < 3; i++) {
      census.arrives(address(1), NOW);
      census.leaves(address(1));
    }
    census.tick(NOW);
    assertThat(census.arrives(address(1), NOW)).isFalse();
    census.tick(NOW.plusSeconds(10));
    assertThat(census.arrives(address(1), NOW.plusSeconds(10))).isTrue();
  }

  @Test
  void leaves_unknownAddress_changesNothing() {
    census.leaves(address(1));
    assertThat(census.links()).isZero();
  }
}
