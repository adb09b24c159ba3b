package io.mashrabiya.bench.network;

import io.mashrabiya.bench.house.Premises;
import io.mashrabiya.bench.house.Watcher;
import io.mashrabiya.bench.line.FarEnd;
import io.mashrabiya.bench.line.LineKind;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.Parts;
import io.mashrabiya.bench.process.ScratchFolder;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A house, a relay and lines, of which the house or those who look are at the end. The lines of
/// those who look are good ones until they are spoiled; a house is on one line all its life.
final class NetworkHouse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long SEED = 1;

  private final Parts parts = new Parts();
  private final List<Profile> profiles;
  private final List<FarEnd> ends = new ArrayList<>();
  private final boolean homeIsBeyond;
  private final Path log;
  private final Premises premises;
  private long spoiledMillis;

  private NetworkHouse(LineKind kind, List<Profile> profiles, Profile.End whose) throws Exception {
    this.profiles = profiles;
    homeIsBeyond = whose == Profile.End.HOME;
    try {
      Path folder = parts.hold(ScratchFolder.make()).path();
      log = folder.resolve("marks");
      for (int line = 0; line < profiles.size(); line++) {
        Profile first = homeIsBeyond ? profiles.get(line) : Profile.FIBRE;
        ends.add(parts.hold(kind.open(first.line(), SEED + line, folder)));
      }
      Child camera = parts.hold(camera());
      List<String> cameras = List.of(camera.hear("camera", PATIENCE));
      premises =
          parts.hold(
              homeIsBeyond
                  ? Premises.openBeyond(ends.getFirst(), folder, cameras)
                  : Premises.openFor(ends, folder, cameras));
      awaitPictures();
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  /// With one line, at whose end is who has it in life.
  static NetworkHouse with(LineKind kind, Profile profile) throws Exception {
    return new NetworkHouse(kind, List.of(profile), profile.end());
  }

  /// With those who look each at the end of a line of their own.
  static NetworkHouse seenOver(LineKind kind, List<Profile> profiles) throws Exception {
    return new NetworkHouse(kind, profiles, Profile.End.DEVICE);
  }

  /// Who is invited before the home has its links is turned away, and who comes before there are
  /// pictures keeps none.
  private void awaitPictures() throws IOException, InterruptedException {
    try (Watcher watcher = Watcher.join(premises)) {
      watcher.look().close();
    }
  }

  private Child camera() throws IOException {
    String file = log.toString();
    return homeIsBeyond
        ? ends.getFirst().jvm(List.of(), GrainyCamera.class, file)
        : Child.jvm(List.of(), GrainyCamera.class, file);
  }

  /// From now on each line is that of its profile, and begins anew.
  void spoil() {
    spoiledMillis = System.currentTimeMillis();
    for (int line = 0; line < ends.size(); line++) {
      ends.get(line).become(profiles.get(line).line(), SEED + line);
    }
  }

  /// When the first line failed until now, since it was spoiled.
  Failures failures() {
    Duration within = Duration.ofMillis(System.currentTimeMillis() - spoiledMillis);
    return Failures.since(
        (double) spoiledMillis, profiles.getFirst().line().failures(SEED, within));
  }

  FarEnd end(int line) {
    return ends.get(line);
  }

  /// A browser of those who look: beyond that line, or beside it where the home is beyond.
  Chromium browser(int line) throws Exception {
    return homeIsBeyond ? Chromium.open() : ends.get(line).browser();
  }

  /// A fresh link that pairs one device.
  String invite() throws IOException, InterruptedException {
    String viewer = premises.origin().text() + "/";
    return premises.invite().url(viewer, InsecureSecretAccess.token());
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
