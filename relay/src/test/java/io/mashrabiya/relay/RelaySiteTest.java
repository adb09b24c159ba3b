package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The relay over plain HTTP: what a browser, or somebody who pretends to be one, gets.
class RelaySiteTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Relay relay;

  @BeforeAll
  static void start() throws Exception {
    relay = Relay.start(RelayOptions.loopback().withSite("bundle/").withMetricsPort(0));
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(relay.origin() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /// The status line of a request written by hand, because clients refuse to write it.
  private static String raw(String request) throws IOException {
    return raw(relay.port(), request);
  }

  private static String raw(int port, String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
      return answer.isEmpty() ? "" : answer.substring(9);
    }
  }

  @Test
  void get_root_isTheViewerFencedIn() throws Exception {
    var response = send(to("/"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("a page of the tests");
    assertThat(header(response, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(response, "cache-control")).isEqualTo("no-store");
    assertThat(header(response, "content-security-policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("connect-src 'self' ws://localhost:" + relay.port() + ";")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
        .contains("require-trusted-types-for 'script'", "trusted-types lit-html mashrabiya")
        .doesNotContain("unsafe", "*", "http:");
    assertThat(header(response, "referrer-policy")).isEqualTo("no-referrer");
    assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(response, "cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(header(response, "cross-origin-resource-policy")).isEqualTo("same-origin");
  }

  @Test
  void get_withTheTagItHas_isNotSentAgain() throws Exception {
    String tag = header(send(to("/main.js")), "etag");
    var again = send(to("/main.js").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(send(to("/main.js").header("If-None-Match", "\"other\"")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void get_whoTakesGzip_getsLessThanWhoDoesNot() throws Exception {
    var zipped = send(to("/main.js").header("Accept-Encoding", "gzip"));
    assertThat(header(zipped, "content-encoding")).isEqualTo("gzip");
    assertThat(header(zipped, "vary")).isEqualTo("Accept-Encoding");
    var plain = send(to("/main.js"));
    assertThat(header(plain, "content-encoding")).isEmpty();
    assertThat(Integer.parseInt(header(zipped, "content-length")))
        .isLessThan(Integer.parseInt(header(plain, "content-length")));
  }

  @Test
  void head_file_isTheSameWithoutABody() throws Exception {
    var response = send(to("/main.js").method("HEAD", BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-length"))
        .isEqualTo(header(send(to("/main.js")), "content-length"));
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
  void otherMethods_anyPath_areNotAllowed(String method) throws Exception {
    var response = send(to("/").method(method, BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "allow")).isEqualTo("GET, HEAD");
  }

  private static HttpRequest.Builder toWorker(String path) {
    return to(path).header("Service-Worker", "script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/missing.js", "/main.js", "/", "/index.html", "/healthz", "/ca", "/a/b"})
  void get_scriptOfAWorkerThatIsNotTheViewers_isOneThatGoes(String path) throws Exception {
    var response = send(toWorker(path));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-type")).startsWith("text/javascript");
    assertThat(header(response, "service-worker-allowed")).isEqualTo("/");
    assertThat(header(response, "cache-control")).isEqualTo("no-store");
    assertThat(response.body()).contains("registration.unregister()");
  }

  @Test
  void get_scriptOfTheViewersWorker_isAlwaysSent() throws Exception {
    String tag = header(send(to("/sw.js")), "etag");
    var again = send(toWorker("/sw.js").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("a worker of the tests");
  }

  /// Whoever serves the viewer says what is a worker of it.
  @Test
  void get_scriptOfAWorkerWhereNoViewerIsServed_isNotFound() throws Exception {
    try (Relay bare = Relay.start(RelayOptions.loopback())) {
      var asked =
          HttpRequest.newBuilder(URI.create(bare.origin() + "/missing.js"))
              .header("Service-Worker", "script");
      assertThat(send(asked).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void get_scriptOfAWorkerUnderAnotherName_isMisdirected() throws Exception {
    assertThat(
            raw(
                "GET /missing.js HTTP/1.1\r\nHost: elsewhere\r\nService-Worker: script\r\n"
                    + "Connection: close\r\n\r\n"))
        .isEqualTo("421");
  }

  @Test
  void get_missing_isNotFoundAndFencedInToo() throws Exception {
    var response = send(to("/missing.js"));
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "content-security-policy")).startsWith("default-src 'none'");
    assertThat(header(response, "cache-control")).isEqualTo("no-store");
  }

  @Test
  void get_healthz_isOkUnderAnyHost() throws Exception {
    assertThat(send(to("/healthz")).body()).isEqualTo("ok\n");
    assertThat(raw("GET /healthz HTTP/1.1\r\nHost: 10.0.0.1\r\n\r\n")).startsWith("200");
  }

  @Test
  void get_hostOfAReboundName_isMisdirected() throws Exception {
    assertThat(raw("GET /main.js HTTP/1.1\r\nHost: evil.example\r\n\r\n")).startsWith("421");
    assertThat(raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + relay.port() + "\r\n\r\n"))
        .startsWith("421");
  }

  @Test
  void get_pathThatClimbsOut_isNotFound() throws Exception {
    String host = " HTTP/1.1\r\nHost: localhost:" + relay.port() + "\r\n\r\n";
    assertThat(raw("GET /../bundle/index.html" + host)).startsWith("404");
    assertThat(raw("GET /%2e%2e/bundle/index.html" + host)).startsWith("404");
    assertThat(raw("GET /decode/..%5cindex.html" + host)).startsWith("404");
  }

  @Test
  void get_endlessLineOrHeaders_isRefused() throws Exception {
    String host = " HTTP/1.1\r\nHost: localhost:" + relay.port() + "\r\n";
    assertThat(raw("GET /" + "a".repeat(5_000) + host + "\r\n")).startsWith("414");
    assertThat(raw("GET /" + host + "X: " + "a".repeat(20_000) + "\r\n\r\n")).startsWith("431");
  }

  @Test
  void metrics_onTheirOwnPortOnly_tellCounts() throws Exception {
    assertThat(send(to("/metrics")).statusCode()).isEqualTo(404);
    int port = relay.metricsPort().orElseThrow();
    var page = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")));
    assertThat(page.body())
        .contains("# HELP mashrabiya_relay_frames_delivered_total Sealed frames sent to viewers")
        .contains("mashrabiya_relay_homes 0.0")
        .contains("mashrabiya_relay_cached_bytes 0.0");
    var other = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")));
    assertThat(other.statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:9", "LOCALHOST:1", "127.0.0.1", "[::1]:9464"})
  void metrics_underANameOfTheLoopback_areServed(String host) throws Exception {
    assertThat(rawMetrics(host)).startsWith("200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:9464",
        "localhost.evil.example",
        "localhost:9464.evil.example",
        "127.0.0.1.evil.example",
        "",
      })
  void metrics_underAReboundName_areMisdirected(String host) throws Exception {
    assertThat(rawMetrics(host)).startsWith("421");
  }

  private static String rawMetrics(String host) throws IOException {
    int port = relay.metricsPort().orElseThrow();
    return raw(port, "GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
  }
}
