package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.peer.Metrics;
import io.mashrabiya.relay.proxy.TrustedProxies;
import io.mashrabiya.relay.tls.TlsFiles;
import io.mashrabiya.relay.tls.TlsRefused;
import io.mashrabiya.relay.tls.Trusting;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A relay that speaks TLS itself, to clients of the JDK.
@Timeout(60)
class RelayTlsTest {
  @TempDir private Path folder;
  private TlsFiles files;
  private Relay relay;

  @BeforeEach
  void start() throws Exception {
    files = new TlsFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
    put("first");
    relay = Relay.start(options());
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private RelayOptions options() {
    return RelayOptions.loopback()
        .withSite("bundle/")
        .withAdmission(Admission.open())
        .withMetricsPort(0)
        .withFront(new Front(Optional.of(files), TrustedProxies.NONE, Optional.empty()));
  }

  private void put(String pair) throws IOException {
    Trusting.put(pair + "-key.pem", files.key());
    Trusting.put(pair + ".pem", files.certificate());
  }

  private static HttpClient client(String... trusted) throws Exception {
    return HttpClient.newBuilder().sslContext(Trusting.all(trusted)).build();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client("first.pem")
        .send(
            HttpRequest.newBuilder(URI.create(relay.origin() + path)).build(),
            BodyHandlers.ofString());
  }

  @Test
  void get_overItsOwnTls_isTheViewerAndItsSocketsAreWss() throws Exception {
    assertThat(relay.origin()).isEqualTo(new Origin("https://localhost:" + relay.port()));
    var response = get("/");
    assertThat(response.body()).contains("a page of the tests");
    assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
        .contains("connect-src 'self' wss://localhost:" + relay.port() + ";");
    // kept for a host whatever the port: `localhost` is many servers
    assertThat(response.headers().firstValue("strict-transport-security")).isEmpty();
  }

  @Test
  void webSocket_overItsOwnTls_isAskedForItsProof() throws Exception {
    CompletableFuture<String> said = new CompletableFuture<>();
    var listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            said.complete(data.toString());
            return null;
          }
        };
    var socket =
        client("first.pem")
            .newWebSocketBuilder()
            .buildAsync(relay.origin().webSocket("/v1/home"), listener)
            .get(20, TimeUnit.SECONDS);
    assertThat(said.get(20, TimeUnit.SECONDS)).contains(relay.origin().text());
    socket.abort();
  }

  @Test
  void get_byAClientThatTrustsAnother_isRefusedByTheClient() throws Exception {
    var request = HttpRequest.newBuilder(URI.create(relay.origin() + "/")).build();
    try (var client = client("second.pem")) {
      assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void handshake_byVersion_isTwelveOrThirteenOnly() throws Exception {
    assertThat(Trusting.shownAt(relay.port(), "TLSv1.2"))
        .isEqualTo(Trusting.certificate("first.pem"));
    assertThat(Trusting.shownAt(relay.port(), "TLSv1.3"))
        .isEqualTo(Trusting.certificate("first.pem"));
    // A client of the JDK does not even offer older ones, so its greeting is written by hand.
    assertThat(answerToTls11()).isNotEqualTo(22);
  }

  @Test
  void plainHttp_atItsTlsPort_getsNothing() throws Exception {
    try (var socket = new Socket("127.0.0.1", relay.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("HTTP/1.1 200", "tests");
    }
  }

  @Test
  void certificate_renewedInItsFiles_isShownToWhoeverComesNext() throws Exception {
    assertThat(Trusting.shownAt(relay.port())).isEqualTo(Trusting.certificate("first.pem"));
    put("second");
    awaitCount("certificates_renewed_total");
    assertThat(Trusting.shownAt(relay.port())).isEqualTo(Trusting.certificate("second.pem"));
  }

  @Test
  void certificate_brokenInItsFiles_leavesTheOldOneUntilItIsMended() throws Exception {
    Files.writeString(files.key(), "half a key");
    awaitCount("certificates_refused_total");
    assertThat(Trusting.shownAt(relay.port())).isEqualTo(Trusting.certificate("first.pem"));
    put("second");
    awaitCount("certificates_renewed_total");
    assertThat(Trusting.shownAt(relay.port())).isEqualTo(Trusting.certificate("second.pem"));
  }

  @Test
  void start_withABrokenPair_isRefused() throws Exception {
    Files.writeString(files.key(), "half a key");
    assertThatThrownBy(() -> Relay.start(options())).isInstanceOf(TlsRefused.class);
  }

  @Test
  void strictTransport_onTheUsualPortOfAName_isToldOverOwnTlsOnly() throws Exception {
    var named = options().withOrigin(new Origin("https://home.example"));
    assertThat(headOf(named, true)).contains("strict-transport-security: max-age=31536000");
    assertThat(headOf(named.withFront(Front.PLAIN), false))
        .doesNotContain("strict-transport-security");
    assertThat(headOf(options().withOrigin(new Origin("https://192.0.2.1")), true))
        .doesNotContain("strict-transport-security");
  }

  private static String headOf(RelayOptions options, boolean isTls) throws Exception {
    try (var running = Relay.start(options);
        var socket =
            isTls
                ? Trusting.all("first.pem")
                    .getSocketFactory()
                    .createSocket("127.0.0.1", running.port())
                : new Socket("127.0.0.1", running.port())) {
      String host = running.origin().text().substring("https://".length());
      String request = "GET /main.js HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 200");
      return answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// The type of the record that a server sends to a TLS 1.1 greeting: 22 would go on with it.
  private int answerToTls11() throws IOException {
    byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 2 + 2 + 1 + 1];
    int[] head = {22, 3, 1, 0, hello.length - 5, 1, 0, 0, hello.length - 9, 3, 2};
    for (int i = 0; i < head.length; i++) {
      hello[i] = (byte) head[i];
    }
    int at = head.length + 32 + 1;
    byte[] rest = {0, 2, (byte) 0xc0, 0x09, 1, 0}; // ECDHE-ECDSA with AES-128-CBC, no compression
    System.arraycopy(rest, 0, hello, at, rest.length);
    try (var socket = new Socket("127.0.0.1", relay.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(hello);
      return socket.getInputStream().read();
    }
  }

  private void awaitCount(String counter) throws Exception {
    Metrics.of(relay).await(counter, 1);
  }
}
