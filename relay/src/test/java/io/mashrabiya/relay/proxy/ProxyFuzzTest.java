package io.mashrabiya.relay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Hostile headers about who asks: whatever they say, an answer, and nobody is believed who is not
/// named.
class ProxyFuzzTest {
  private static final InetAddress NAMED = InetAddress.ofLiteral("10.0.0.1");
  private static final InetAddress STRANGER = InetAddress.ofLiteral("203.0.113.9");
  private static final TrustedProxies PROXIES =
      TrustedProxies.of(List.of("10.0.0.0/8", "fd00::/8")).orElseThrow();

  /// The lines of the input are those of the headers: each goes by its number to one of the three.
  @FuzzTest
  void headers(byte[] input) {
    List<String> lines = new String(input, StandardCharsets.ISO_8859_1).lines().toList();
    var headers = new ForwardingHeaders(each(lines, 0), each(lines, 1), each(lines, 2));
    Caller behind = PROXIES.caller(Optional.of(NAMED), headers);
    assertThat(behind.address()).isPresent();
    assertThat(behind.isByProxy()).isTrue();
    behind.scheme().ifPresent(scheme -> assertThat(scheme).isIn("http", "https"));
    assertThat(PROXIES.caller(Optional.of(STRANGER), headers))
        .isEqualTo(new Caller(Optional.of(STRANGER), Optional.empty(), false));
  }

  private static List<String> each(List<String> lines, int header) {
    return lines.stream().skip(header).limit(lines.size() > header ? 1 : 0).toList();
  }

  @FuzzTest
  void network(byte[] input) {
    Network.parse(new String(input, StandardCharsets.ISO_8859_1))
        .ifPresent(
            network -> assertThat(network.holds(network.base())).as("its own base").isTrue());
  }
}
