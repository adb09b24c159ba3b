package io.mashrabiya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The testkit's own eyes: a picture of a drawn room, through H.264 and JPEG, whose mark is known.
@ChromiumTest
class ChromiumTestTest {
  private static final SeenMark DRAWN = new SeenMark(0x12345678L, 420);
  private static final String PAINT =
      """
      async ({jpeg, width, height, worker}) => {
        const picture = await createImageBitmap(await (await fetch(jpeg)).blob());
        const canvas = document.querySelector('canvas');
        canvas.width = width;
        canvas.height = height;
        const target = worker ? canvas.transferControlToOffscreen() : canvas;
        target.getContext('2d').drawImage(picture, 0, 0, width, height);
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
      }
      """;

  @ParameterizedTest
  @CsvSource({"640,360", "1280,720", "427,240", "320,180"})
  void markOn_paintedCanvas_readsCameraAndCounter(int width, int height, Tab tab)
      throws IOException {
    paint(tab, width, height, false);
    assertThat(tab.markOn("canvas")).contains(DRAWN);
  }

  @Test
  void markOn_canvasGivenToOffscreen_readsCameraAndCounter(Tab tab) throws IOException {
    paint(tab, 640, 360, true);
    assertThat(tab.markOn("canvas")).contains(DRAWN);
  }

  @Test
  void markOn_blankCanvas_isNothing(Tab tab) {
    tab.page().setContent("<canvas width=640 height=360></canvas>");
    assertThat(tab.markOn("canvas")).isEmpty();
  }

  @Test
  void markOn_oneCellPaintedOver_isNothing(Tab tab) throws IOException {
    paint(tab, 640, 360, false);
    tab.page()
        .evaluate(
            "() => { const c = document.querySelector('canvas').getContext('2d');"
                + "const cell = c.getImageData(516, 12, 1, 1).data[0];"
                + "c.fillStyle = cell > 128 ? 'black' : 'white'; c.fillRect(512, 8, 8, 8); }");
    assertThat(tab.markOn("canvas")).isEmpty();
  }

  @Test
  void complaints_consoleErrorAndThrown_areKept(Tab tab) {
    tab.page().setContent("<p>");
    tab.page()
        .waitForConsoleMessage(() -> tab.page().evaluate("() => console.error('too bright')"));
    tab.page().waitForCondition(() -> tab.complaints().contains("too bright"));
    tab.page().evaluate("() => { setTimeout(() => { throw new Error('too dark'); }); }");
    tab.page().waitForCondition(() -> tab.complaints().size() == 2);
    assertThat(tab.complaints().get(1)).contains("too dark");
  }

  @Test
  void newTab_afterAnotherOne_sharesNoStorage(Tab first, Chromium browser) {
    first.context().addCookies(List.of(cookie()));
    try (Tab second = browser.newTab()) {
      assertThat(second.context().cookies()).isEmpty();
      assertThat(first.context().cookies()).hasSize(1);
    }
  }

  @Test
  void screenshot_ofPage_isPng(Tab tab, @TempDir Path folder) throws IOException {
    tab.page().setContent("<h1>seen</h1>");
    tab.screenshot(folder.resolve("page.png"));
    assertThat(Files.readAllBytes(folder.resolve("page.png"))).startsWith(0x89, 'P', 'N', 'G');
  }

  private static Cookie cookie() {
    return new Cookie("seen", "yes").setUrl("http://localhost/");
  }

  private static void paint(Tab tab, int width, int height, boolean worker) throws IOException {
    Page page = tab.page();
    page.setContent("<canvas></canvas>");
    page.evaluate(
        PAINT, Map.of("jpeg", dataUri(), "width", width, "height", height, "worker", worker));
  }

  private static String dataUri() throws IOException {
    try (InputStream in =
        Optional.ofNullable(ChromiumTestTest.class.getResourceAsStream("door-420.jpg"))
            .orElseThrow()) {
      return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(in.readAllBytes());
    }
  }
}
