package io.mashrabiya.bench.network;

import io.mashrabiya.bench.house.Premises;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.Parts;
import io.mashrabiya.bench.process.ScratchFolder;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.line.PacketLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A house, a relay and a browser, of which the house or the browser is at the end of a line of
/// real packets.
final class NetworkHouse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long SEED = 1;

  private final Parts parts = new Parts();
  private final Path log;
  private final PacketLine line;
  private final Premises premises;
  private final Chromium chromium;

  private NetworkHouse(Profile profile) throws Exception {
    try {
      Path folder = parts.hold(ScratchFolder.make()).path();
      log = folder.resolve("marks");
      line = parts.hold(PacketLine.open(profile.line(), SEED));
      boolean homeIsBeyond = profile.end() == Profile.End.HOME;
      Child camera = parts.hold(homeIsBeyond ? line.beyond().within(this::camera) : camera());
      List<String> cameras = List.of(camera.hear("camera", PATIENCE));
      premises =
          parts.hold(
              homeIsBeyond
                  ? Premises.openBeyond(line, folder, cameras)
                  : Premises.openFor(line, folder, cameras));
      chromium = parts.hold(homeIsBeyond ? Chromium.open() : line.browser());
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  static NetworkHouse open(Profile profile) throws Exception {
    return new NetworkHouse(profile);
  }

  private Child camera() throws IOException {
    return Child.jvm(List.of(), GrainyCamera.class, log.toString());
  }

  PacketLine line() {
    return line;
  }

  Premises premises() {
    return premises;
  }

  Chromium chromium() {
    return chromium;
  }

  /// When the camera drew each of its pictures until now, in milliseconds since 1970.
  Map<Long, Double> drawnMillis() throws IOException {
    Map<Long, Double> drawn = new HashMap<>();
    for (String row : Files.readAllLines(log)) {
      String[] words = row.split(" ", -1);
      drawn.put(Long.parseLong(words[1]), Long.parseLong(words[2]) / 1e3);
    }
    return drawn;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
