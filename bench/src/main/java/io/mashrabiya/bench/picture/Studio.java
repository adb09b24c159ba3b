package io.mashrabiya.bench.picture;

import io.mashrabiya.bench.house.Premises;
import io.mashrabiya.bench.house.Watcher;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.Parts;
import io.mashrabiya.bench.process.ScratchFolder;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One drawn camera that can be looked at in two ways: sealed, through its home and a relay, in the
/// viewer of a browser that is paired; and bare, in a page of its own. Camera, home, relay, bare
/// feed and browser are processes of their own.
final class Studio implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Parts parts = new Parts();
  private final Path log;
  private final Premises premises;
  private final Watcher watcher;
  private final String bareUrl;
  private final Chromium chromium;
  private final Screen viewer;
  private final Screen bare;
  private final String house;

  private Studio() throws Exception {
    try {
      Path folder = parts.hold(ScratchFolder.make()).path();
      log = folder.resolve("marks");
      Child camera = parts.hold(Child.jvm(List.of(), MarkedCamera.class, log.toString()));
      String url = camera.hear("camera", PATIENCE);
      premises = parts.hold(Premises.open(folder, List.of(url)));
      Child feed = parts.hold(Child.jvm(List.of(), BareFeed.class, url));
      bareUrl = "http://localhost:" + feed.hear("listening", PATIENCE) + "/";
      watcher = parts.hold(Watcher.join(premises));
      chromium = parts.hold(Chromium.open());
      viewer = parts.hold(Screen.open(chromium));
      bare = parts.hold(Screen.open(chromium));
      try (var _ = watcher.look()) {
        viewer.show(premises.invite().url(viewerUrl(), InsecureSecretAccess.token()));
      }
      house = viewer.address();
      viewer.leave();
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  /// Builds it, and pairs the browser.
  static Studio open() throws Exception {
    return new Studio();
  }

  String viewerUrl() {
    return premises.origin().text() + "/";
  }

  /// The page of the household in the viewer.
  String house() {
    return house;
  }

  String bareUrl() {
    return bareUrl;
  }

  Premises premises() {
    return premises;
  }

  /// Somebody else of the household.
  Watcher watcher() {
    return watcher;
  }

  /// The paired viewer.
  Screen viewer() {
    return viewer;
  }

  Screen bare() {
    return bare;
  }

  String browser() {
    return "Chromium " + chromium.version();
  }

  /// When the camera drew each of its pictures until now, in microseconds since 1970.
  Map<Long, Long> drawnMicros() throws IOException {
    Map<Long, Long> drawn = new HashMap<>();
    for (String line : Files.readAllLines(log)) {
      String[] words = line.split(" ", -1);
      drawn.put(Long.parseLong(words[1]), Long.parseLong(words[2]));
    }
    return drawn;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
