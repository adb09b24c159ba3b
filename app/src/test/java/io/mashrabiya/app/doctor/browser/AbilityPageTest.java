package io.mashrabiya.app.doctor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page on which a browser examines itself, and who may not tell in its place.
@ChromiumTest
class AbilityPageTest {
  private static final String TOLD =
      "{\"aac\":true,\"audioWorklet\":true,\"ed25519\":true,\"h264\":true,\"h265\":true,\"keyStore\":true,"
          + "\"offscreenCanvas\":true,\"opus\":true,\"secureContext\":true,\"x25519\":true}";

  private AbilityPage page;
  private URI link;

  @BeforeEach
  void open() throws IOException {
    page = AbilityPage.open();
    link = URI.create(page.link());
  }

  @AfterEach
  void close() {
    page.close();
  }

  /// The first line of the answer to a request, to whose path and headers nothing is added.
  private String ask(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), link.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      try (InputStream in = socket.getInputStream()) {
        String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        return answer.lines().findFirst().orElse("");
      }
    }
  }

  private String tell(String path, String host, String origin, String body) throws IOException {
    return ask(
        "POST %s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, host, origin, body.length(), body));
  }

  private String told() {
    return link.getPath().replace("page.html", "told");
  }

  /// Browsers may know a format by one of its names and not by another: `hev1` and `hvc1`.
  @Test
  void h265_isAskedForByTheNameThatTheViewerAsksFor() throws IOException {
    String viewer = Files.readString(Path.of("..", "viewer/src/main/ts/decode/codecs.ts"));
    try (InputStream in = AbilityPage.class.getResourceAsStream("page.js")) {
      String ours = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var asked = Pattern.compile("h265: .* shows\\((\".+\")\\)").matcher(ours);
      assertThat(asked.find()).isTrue();
      assertThat(viewer).contains(asked.group(1));
    }
  }

  @Test
  void chromium_tellsWhatItCan(Tab tab) throws InterruptedException {
    tab.page().navigate(page.link());
    tab.page().waitForCondition(() -> tab.page().textContent("#state").contains("was told"));
    Abilities told = page.await(Duration.ofSeconds(60)).orElseThrow();
    assertThat(told.there())
        .contains(
            Ability.SECURE_CONTEXT,
            Ability.ED25519,
            Ability.X25519,
            Ability.KEY_STORE,
            Ability.OFFSCREEN_CANVAS,
            Ability.H264,
            Ability.AUDIO_WORKLET,
            Ability.AAC,
            Ability.OPUS);
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void page_inABrowserThatReadsArabic_speaksIt(Tab tab) {
    tab.context()
        .addInitScript(
            "Object.defineProperty(Navigator.prototype, 'languages', {get: () => ['ar-EG', 'en']})");
    tab.page().navigate(page.link());
    tab.page().waitForCondition(() -> tab.page().textContent("#state").contains("أُخبر"));
    assertThat(tab.page().textContent("#abilities")).contains("التوقيعات (Ed25519): نعم");
    assertThat(tab.page().getAttribute("html", "dir")).isEqualTo("rtl");
    assertThat(tab.complaints()).isEmpty();
  }

  /// As an older browser: what it lacks is told as lacking, and nothing stops.
  @Test
  void chromium_withoutCodecsAndWithOldCryptography_tellsSo(Tab tab) throws InterruptedException {
    tab.context()
        .addInitScript(
            "delete globalThis.VideoDecoder; delete globalThis.AudioDecoder;"
                + " const real = SubtleCrypto.prototype.generateKey;"
                + " SubtleCrypto.prototype.generateKey = function (a, ...more) {"
                + " if (a === 'X25519') throw new DOMException('no', 'NotSupportedError');"
                + " return real.call(this, a, ...more); };");
    tab.page().navigate(page.link());
    Abilities told = page.await(Duration.ofSeconds(60)).orElseThrow();
    assertThat(told.there())
        .contains(Ability.ED25519, Ability.KEY_STORE, Ability.AUDIO_WORKLET)
        .doesNotContain(Ability.X25519, Ability.H264, Ability.H265, Ability.AAC, Ability.OPUS);
  }

  @Test
  void tell_asThePageDoes_isTaken() throws Exception {
    String host = "localhost:" + link.getPort();
    assertThat(tell(told(), host, "http://" + host, TOLD)).contains(" 204 ");
    assertThat(page.await(Duration.ofSeconds(60))).isPresent();
  }

  @Test
  void tell_fromAnotherSiteOrToAnotherNameOrWithoutThePath_isRefused() throws Exception {
    String host = "localhost:" + link.getPort();
    assertThat(tell(told(), host, "http://evil.example", TOLD)).contains(" 400 ");
    assertThat(tell(told(), "evil.example", "http://evil.example", TOLD)).contains(" 404 ");
    assertThat(tell("/told", host, "http://" + host, TOLD)).contains(" 404 ");
    assertThat(tell(told(), host, "http://" + host, "{\"aac\":true}")).contains(" 400 ");
    assertThat(ask("GET /page.html HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .contains(" 404 ");
    assertThat(page.await(Duration.ZERO)).isEmpty();
  }
}
