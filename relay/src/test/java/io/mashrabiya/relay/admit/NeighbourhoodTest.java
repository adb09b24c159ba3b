package io.mashrabiya.relay.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourhoodTest {
  private static Neighbourhood of(String address) {
    return Neighbourhood.of(InetAddress.ofLiteral(address).getAddress());
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8:0:1::1, 2001:db8:0:1::1",
    "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff",
    "::1, ::2",
  })
  void of_sameNetwork_isOne(String one, String other) {
    assertThat(of(one)).isEqualTo(of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2",
    "2001:db8:0:1::1, 2001:db8:0:2::1",
    "2001:db8:0:1::1, 2001:db9:0:1::1",
    "0.0.0.0, ::",
    "255.255.255.255, ffff:ffff:ffff:ffff::",
  })
  void of_otherNetworks_areTwo(String one, String other) {
    assertThat(of(one)).isNotEqualTo(of(other));
  }

  @Test
  void of_ipv4WrittenAsIpv6_isTheIpv4Address() {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) 192, 0, 2, 1};
    assertThat(Neighbourhood.of(mapped)).isEqualTo(of("192.0.2.1"));
  }

  @Test
  void of_anythingElse_isNowhere() {
    assertThat(Neighbourhood.of(new byte[0])).isEqualTo(Neighbourhood.NOWHERE);
    assertThat(Neighbourhood.of(new byte[7])).isEqualTo(Neighbourhood.NOWHERE);
  }
}
