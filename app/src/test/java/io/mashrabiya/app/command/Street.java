package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.enrol.PairingLink;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A relay and a camera that go on whatever happens to homes, all of them processes of their own.
final class Street implements AutoCloseable {
  private static final String LINK = "  (http://localhost:\\d+/#pair/[^\\s]+)\\s";

  private final Path folder;
  private final Running camera;
  private final String cameraUrl;
  private Running relay;
  private final String origin;

  Street(Path folder) throws Exception {
    this.folder = folder;
    relay = Running.start("relay", "--admit", "all", "--port", "0");
    camera = Running.start("virtual-camera", "--scene", "door", "--large-mark", "--port", "0");
    origin = relay.await("Relay at (http://\\S+)\\s");
    cameraUrl = camera.await("(rtsp://127\\.0\\.0\\.1:\\d+/live)\\R");
    Files.writeString(
        configuration(),
        "household:\n  relay: %s\ncameras:\n  - name: Door\n    url: %s\n    user: mona\n    password: hunter2\n"
            .formatted(origin, cameraUrl));
  }

  Path configuration() {
    return folder.resolve("house.yaml");
  }

  /// Where each first start writes its kit, and where it is looked for.
  Path kit() {
    return folder.resolve("kit.html");
  }

  Path data(String name) {
    return folder.resolve(name);
  }

  /// A home that runs from this folder, with the camera and at the relay.
  Running home(String data) throws IOException {
    return Running.start(
        "home",
        "--data",
        data(data).toString(),
        "--kit",
        kit().toString(),
        "--config",
        configuration().toString());
  }

  /// The next pairing link that a home prints.
  static PairingLink link(Running home) throws Exception {
    return PairingLink.parse(url(home));
  }

  /// The same as a person clicks it.
  static String url(Running home) throws Exception {
    return home.await(LINK);
  }

  /// A command that ends by itself, with this street's configuration.
  Said says(String[] line, String... more) {
    List<String> all = new ArrayList<>(List.of(line));
    all.addAll(List.of(more));
    all.addAll(List.of("--config", configuration().toString()));
    return Said.by(all.toArray(String[]::new));
  }

  /// The same, which has to go well.
  Said done(String[] line, String... more) {
    Said said = says(line, more);
    assertThat(said.code()).as(said.all()).isZero();
    return said;
  }

  /// As somebody copies a folder who may read it.
  void copy(String from, String to) throws IOException {
    Path target = data(to);
    try (Stream<Path> all = Files.walk(data(from))) {
      for (Path each : all.toList()) {
        Path place = target.resolve(data(from).relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(place);
        } else if (Files.isRegularFile(each)) { // no killed home's socket
          Files.copy(each, place);
        }
      }
    }
  }

  /// Another relay, which remembers nothing, at the same place.
  void forgetfulRelay() throws Exception {
    relay.close();
    relay.exitCode();
    relay =
        Running.start(
            "relay", "--admit", "all", "--port", Integer.toString(URI.create(origin).getPort()));
    relay.await("Relay at ");
  }

  @Override
  public void close() {
    relay.close();
    camera.close();
  }
}
