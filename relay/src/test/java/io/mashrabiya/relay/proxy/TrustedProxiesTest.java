package io.mashrabiya.relay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final TrustedProxies PROXIES =
      TrustedProxies.of(List.of("10.0.0.1", "172.16.0.0/12", "fd00::/8")).orElseThrow();

  private static Caller caller(
      String remote, List<String> xFor, List<String> xProto, List<String> forwarded) {
    return PROXIES.caller(
        Optional.of(InetAddress.ofLiteral(remote)), new ForwardingHeaders(xFor, xProto, forwarded));
  }

  private static String client(String remote, String xFor) {
    return caller(remote, List.of(xFor), List.of(), List.of())
        .address()
        .orElseThrow()
        .getHostAddress();
  }

  private static String standard(String forwarded) {
    return caller("10.0.0.1", List.of(), List.of(), List.of(forwarded))
        .address()
        .orElseThrow()
        .getHostAddress();
  }

  @Test
  void caller_stranger_isWhoConnectsWhateverItWrites() {
    var caller =
        caller(
            "203.0.113.9",
            List.of("198.51.100.7"),
            List.of("https"),
            List.of("for=198.51.100.7;proto=https"));
    assertThat(caller)
        .isEqualTo(
            new Caller(Optional.of(InetAddress.ofLiteral("203.0.113.9")), Optional.empty(), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.7 | 198.51.100.7",
        "198.51.100.7:4711 | 198.51.100.7",
        "2001:db8::7 | 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
        // what a client wrote itself stands before what the proxy saw
        "192.0.2.66, 198.51.100.7 | 198.51.100.7",
        "10.0.0.1, 198.51.100.7 | 198.51.100.7",
        // two proxies of ours, one behind the other
        "192.0.2.66, 198.51.100.7, 172.31.0.4 | 198.51.100.7",
        "172.31.0.4 | 172.31.0.4",
        // what is no address ends the way at whoever wrote it
        "198.51.100.7, unknown | 10.0.0.1",
        "198.51.100.7, 172.31.0.4, _hidden, 172.31.0.5 | 172.31.0.5",
        "evil.example | 10.0.0.1",
        "256.1.1.1 | 10.0.0.1",
        "1 | 10.0.0.1",
        "'' | 10.0.0.1",
      })
  void caller_byAProxy_isTheLastStrangerOnTheWay(String xFor, String expected) {
    assertThat(client("10.0.0.1", xFor)).isEqualTo(expected);
  }

  @Test
  void caller_headerInTwoLines_isReadAsOneList() {
    var lines = List.of("192.0.2.66", "198.51.100.7");
    assertThat(caller("10.0.0.1", lines, List.of(), List.of()).address())
        .contains(InetAddress.ofLiteral("198.51.100.7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=198.51.100.7 | 198.51.100.7",
        "For=\"198.51.100.7:80\";proto=http;by=10.0.0.1 | 198.51.100.7",
        "for=\"[2001:db8::7]:4711\" | 2001:db8:0:0:0:0:0:7",
        "for=192.0.2.66, for=198.51.100.7;proto=https | 198.51.100.7",
        "for=unknown | 10.0.0.1",
        "for=_mask | 10.0.0.1",
        "proto=https | 10.0.0.1",
        "for=198.51.100.7;; | 10.0.0.1",
        "nonsense | 10.0.0.1",
        "for=\"198.51.100.7 | 10.0.0.1",
      })
  void caller_byTheStandardHeader_isTheLastStranger(String forwarded, String expected) {
    assertThat(standard(forwarded)).isEqualTo(expected);
  }

  @Test
  void caller_bothHeadersAndTheyDiffer_isTheProxyItself() {
    var caller =
        caller(
            "10.0.0.1", List.of("198.51.100.7"), List.of(), List.of("for=192.0.2.66;proto=https"));
    assertThat(caller.address()).contains(InetAddress.ofLiteral("10.0.0.1"));
    assertThat(caller.scheme()).isEmpty();
    var same =
        caller(
            "10.0.0.1",
            List.of("198.51.100.7"),
            List.of("https"),
            List.of("for=198.51.100.7;proto=http"));
    assertThat(same.address()).contains(InetAddress.ofLiteral("198.51.100.7"));
    assertThat(same.scheme()).contains("https");
  }

  @ParameterizedTest
  @CsvSource({"https, https", "HTTP, http", "'https, http', http", "'http, https', https"})
  void scheme_byAProxy_isTheLastWord(String header, String expected) {
    assertThat(caller("fd00::1", List.of("198.51.100.7"), List.of(header), List.of()).scheme())
        .contains(expected);
  }

  @Test
  void scheme_otherWord_isNone() {
    assertThat(caller("10.0.0.1", List.of("198.51.100.7"), List.of("gopher"), List.of()).scheme())
        .isEmpty();
  }

  @Test
  void caller_endlessWay_isCutAtItsNearEnd() {
    String many = String.join(",", Collections.nCopies(5_000, "172.16.0.1"));
    assertThat(client("10.0.0.1", "198.51.100.7," + many)).isEqualTo("172.16.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "proxy.example",
        "10.0.0.1/33",
        "::/129",
        "10.0.0",
        "10.0.0.1/-1",
        "*",
        "10.0.0.1/"
      })
  void of_whatIsNoNetwork_isRefused(String text) {
    assertThat(TrustedProxies.of(List.of("10.0.0.1", text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "10.0.0.0/8, ::a00:1, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe00::1, false",
    "10.0.0.1, 10.0.0.2, false",
  })
  void network_address_isHeldByItsFirstBits(String network, String address, boolean isHeld) {
    assertThat(Network.parse(network).orElseThrow().holds(InetAddress.ofLiteral(address)))
        .isEqualTo(isHeld);
  }
}
