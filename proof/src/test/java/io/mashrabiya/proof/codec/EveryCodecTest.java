package io.mashrabiya.proof.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.TimeoutError;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.SubStreamSettings;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.GStreamerCamera;
import io.mashrabiya.testkit.GStreamerCamera.Pictures;
import io.mashrabiya.testkit.GStreamerCamera.Settings;
import io.mashrabiya.testkit.Tab;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a camera sends is seen in the browser: as it is where the browser can decode it, else
/// as a small copy that the home makes.
@ChromiumTest
@Tag("peer")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryCodecTest {
  private static final String CAMERA = "The workshop";

  /// How light the canvas is in each of 12 columns: a ball that moves moves them.
  private static final String COLUMNS =
      """
      canvas => {
        const copy = new OffscreenCanvas(12, 1);
        const drawing = copy.getContext('2d', {willReadFrequently: true});
        drawing.drawImage(canvas, 0, 0, 12, 1);
        return drawing.getImageData(0, 0, 12, 1).data.join();
      }
      """;

  @TempDir private Path folder;

  private static CameraSettings settings(URI camera) {
    return new CameraSettings(CAMERA, address(camera), Optional.empty());
  }

  private static RtspAddress address(URI camera) {
    return new RtspAddress(camera.getHost(), camera.getPort(), camera.getPath());
  }

  private static String columns(Screen screen) {
    return (String) screen.page().locator("canvas[data-camera]").first().evaluate(COLUMNS);
  }

  @ParameterizedTest
  @CsvSource({"H264, main", "H265, small or low or glimpses", "JPEG_420, main"})
  void pictures_ofEachCodec_moveInTheBrowser(Pictures pictures, String stream, Chromium chromium)
      throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.open(Settings.plain().as(pictures))) {
      isSeen(settings(camera.uri()), stream, chromium);
    }
  }

  @Test
  void pictures_ofASubStream_moveInABrowserThatCannotDecodeTheMainOne(Chromium chromium)
      throws Exception {
    try (GStreamerCamera camera = GStreamerCamera.open(Settings.plain().as(Pictures.H265));
        GStreamerCamera sub = GStreamerCamera.open(Settings.plain())) {
      var smaller = new SubStreamSettings(address(sub.uri()), Optional.empty());
      isSeen(settings(camera.uri()).with(smaller), "sub", chromium);
    }
  }

  private static Object ofTheTile(Screen screen, String script) {
    return screen.page().locator("mashrabiya-tile").first().evaluate(script);
  }

  private static Object shown(Screen screen) {
    return ofTheTile(screen, "tile => tile.state.stream");
  }

  private void isSeen(CameraSettings camera, String stream, Chromium chromium) throws Exception {
    try (Houses houses = Houses.with(camera, Relay.start(Houses.relayOptions()), folder);
        Tab tab = chromium.newTab()) {
      houses.waitForLink(0);
      Screen screen = Screen.of(tab).open(houses.link(0));
      screen.waitForState("live");
      Object first = shown(screen);
      String then = columns(screen);
      Set<Object> told = new LinkedHashSet<>();
      try {
        screen.waitFor(() -> {
          told.add(ofTheTile(screen, "tile => JSON.stringify(tile.state)"));
          return !columns(screen).equals(then);
        });
      } catch (TimeoutError e) {
        throw new AssertionError("nothing moved while the tile said " + told, e);
      }
      // Busy cores pass for a slow line, and get less to do: after a while it may be another.
      List<String> expected = List.of(stream.split(" or "));
      screen.waitFor(() -> expected.contains(first) || expected.contains(shown(screen)));
      assertThat(screen.refusals()).isZero();
      assertThat(tab.complaints()).isEmpty();
    }
  }
}
