package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.admit.Census;
import io.mashrabiya.relay.admit.TokenBucket.Rate;
import io.mashrabiya.relay.peer.Socket;
import io.mashrabiya.relay.proxy.TrustedProxies;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How people come to a relay that speaks plain http: directly, or through a proxy.
@Timeout(60)
class RelayFrontTest {
  private static final TrustedProxies LOCAL = TrustedProxies.of(List.of("127.0.0.1")).orElseThrow();

  private static Relay start(RelayOptions options) throws IOException {
    return Relay.start(options.withSite("bundle/").withAdmission(Admission.open()));
  }

  private static RelayOptions behind(TrustedProxies proxies) {
    return RelayOptions.loopback()
        .withFront(new Front(Optional.empty(), proxies, Optional.empty()));
  }

  /// One answer, head and body, to a request written by hand.
  private static String ask(Relay relay, String path, String... headers) throws IOException {
    try (var socket = new java.net.Socket("127.0.0.1", relay.port())) {
      socket.setSoTimeout(20_000);
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nConnection: close\r\n"
              + String.join("\r\n", headers)
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void get_plainHttpFromElsewhere_isThePageThatSaysWhy() throws Exception {
    try (Relay relay = start(RelayOptions.loopback())) {
      String page = ask(relay, "/", "Host: 192.168.1.5:" + relay.port());
      assertThat(page)
          .startsWith("HTTP/1.1 200")
          .contains("./mashrabiya tls", "ssh -L", "adb reverse", "https://", relay.origin().text())
          .contains("lang=\"ar\" dir=\"rtl\"", "المتصفحات")
          .containsIgnoringCase("content-security-policy: default-src 'none'; style-src 'sha256-")
          .doesNotContain("<script", "a page of the tests");
    }
  }

  @Test
  void get_plainHttpFromElsewhere_isInTheReadersLanguageFirst() throws Exception {
    try (Relay relay = start(RelayOptions.loopback())) {
      String arabic = ask(relay, "/", "Host: home.lan", "Accept-Language: ar-EG,ar;q=0.9,en;q=0.8");
      assertThat(arabic).contains("<html lang=\"ar\"");
      assertThat(arabic.indexOf("dir=\"rtl\"")).isLessThan(arabic.indexOf("dir=\"ltr\""));
      String english = ask(relay, "/", "Host: home.lan", "Accept-Language: de, ar;q=0.5");
      assertThat(english).contains("<html lang=\"en\"");
      assertThat(english.indexOf("dir=\"ltr\"")).isLessThan(english.indexOf("dir=\"rtl\""));
    }
  }

  /// Neither the viewer nor anything that a name could be rebound for.
  @Test
  void get_plainHttpFromElsewhere_isNothingElse() throws Exception {
    try (Relay relay = start(RelayOptions.loopback())) {
      assertThat(ask(relay, "/main.js", "Host: 192.168.1.5")).startsWith("HTTP/1.1 421");
      Assertions.assertThatThrownBy(
              () -> Socket.open(new Origin("http://127.0.0.1:" + relay.port()), "/v1/device"))
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(421));
      assertThat(ask(relay, "/", "Host: <script>alert(1)</script>")).doesNotContain("<script>");
    }
  }

  @Test
  void get_plainHttpAtAnOriginOfPlainHttp_isThePageToo() throws Exception {
    try (Relay relay =
        start(RelayOptions.loopback().withOrigin(new Origin("http://home.lan:8080")))) {
      assertThat(ask(relay, "/", "Host: home.lan:8080")).contains("./mashrabiya tls");
    }
  }

  @Test
  void get_byANamedProxy_isTheViewerOverHttpsAndThePageOverHttp() throws Exception {
    try (Relay relay = start(behind(LOCAL).withOrigin(new Origin("https://cameras.example")))) {
      String host = "Host: cameras.example";
      assertThat(ask(relay, "/", host, "X-Forwarded-Proto: https")).contains("a page of the tests");
      assertThat(ask(relay, "/", host)).contains("a page of the tests");
      assertThat(ask(relay, "/", host, "X-Forwarded-Proto: http")).contains("./mashrabiya tls");
    }
  }

  @Test
  void get_byAProxyThatIsNotNamed_isNotBelieved() throws Exception {
    try (Relay relay =
        start(behind(TrustedProxies.NONE).withOrigin(new Origin("http://home.lan")))) {
      assertThat(ask(relay, "/", "Host: home.lan", "X-Forwarded-Proto: https"))
          .contains("./mashrabiya tls");
    }
  }

  @Test
  void links_byANamedProxy_areCountedForWhoTheyAreFrom() throws Exception {
    try (Relay relay = start(behind(LOCAL).withLimits(oneEach()))) {
      try (var first = Socket.open(relay.origin(), "/v1/home", "X-Forwarded-For", "198.51.100.1");
          var other = Socket.open(relay.origin(), "/v1/home", "X-Forwarded-For", "198.51.100.2")) {
        assertThat(first.nextText()).isNotEmpty();
        assertThat(other.nextText()).isNotEmpty();
        assertRefused(relay, "198.51.100.1");
        // a client that writes the header itself stays who it is
        assertRefused(relay, "192.0.2.66, 198.51.100.2");
      }
    }
  }

  @Test
  void links_byAProxyThatIsNotNamed_areAllFromItsAddress() throws Exception {
    try (Relay relay = start(behind(TrustedProxies.NONE).withLimits(oneEach()));
        var first = Socket.open(relay.origin(), "/v1/home", "X-Forwarded-For", "198.51.100.1")) {
      assertThat(first.nextText()).isNotEmpty();
      assertRefused(relay, "198.51.100.2");
    }
  }

  private static RelayLimits oneEach() {
    return RelayLimits.DEFAULT.withLinks(new Census.Limits(100, 1, new Rate(100, 100)));
  }

  private static void assertRefused(Relay relay, String forwardedFor) {
    Assertions.assertThatThrownBy(
            () -> Socket.open(relay.origin(), "/v1/home", "X-Forwarded-For", forwardedFor))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(429));
  }
}
