package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is in the way of a start: ports, the data folder, the configuration.
class RefusalsTest {
  private static final String CAMERA = "rtsp://mona:hunter2@127.0.0.1:1/a";

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void name() {
    data = folder.resolve("data");
  }

  private Said serve(String... more) {
    String[] line = {"serve", CAMERA, "--port", "0", "--no-open", "--data", data.toString()};
    return Said.by(Stream.of(line, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private static void assertRefused(Said said, Exit exit, String... remedies) {
    assertThat(said.code()).as(said.err()).isEqualTo(exit.code());
    assertThat(said.err()).contains(remedies).doesNotContain("Exception");
    assertThat(said.all()).doesNotContain("hunter2", "#pair/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --no-open --data DATA --port TAKEN",
        "demo --no-open --data DATA --network lte --port TAKEN",
        "serve rtsp://127.0.0.1:1/a --no-open --data DATA --port TAKEN",
        "relay --admit all --port TAKEN",
        "relay --admit all --port 0 --metrics TAKEN",
        "virtual-camera --scene door --port TAKEN",
      })
  void port_taken_isSaidWithWhatToDo(String line) throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Said said = Said.by(line.replace("TAKEN", port).replace("DATA", data.toString()).split(" "));
      assertRefused(said, Exit.NETWORK, port);
      assertThat(said.err()).containsAnyOf("--port", "for metrics");
    }
  }

  @Test
  void address_ofAnotherMachine_isSaidWithWhatToDo() {
    assertRefused(serve("--listen", "192.0.2.1"), Exit.NETWORK, "192.0.2.1", "--listen");
  }

  @Test
  void data_inUse_isSaidWithWhatToDo() throws Exception {
    var options =
        new HomeOptions(data, new Origin("http://localhost:1"), "Us", List.of(), Optional.empty());
    try (Home holder = Home.open(options)) {
      holder.start();
      assertRefused(
          serve(), Exit.DATA, "Another Mashrabiya runs from " + data, "name another data folder");
    }
  }

  @Test
  void data_withOtherFiles_isRefused() throws IOException {
    Files.createDirectory(data);
    Files.writeString(data.resolve("letter.txt"), "mine");
    assertRefused(serve(), Exit.DATA, data + " holds other files", "Name an empty folder");
    assertThat(data.resolve("letter.txt")).hasContent("mine");
  }

  @Test
  void data_thatIsAFile_isSaidWithWhatToDo() throws IOException {
    Files.writeString(data, "");
    assertRefused(serve(), Exit.DATA, data + " is a file", "Name a folder with --data");
  }

  @Test
  void data_damaged_isRefusedAndLeftAsItIs() throws Exception {
    var options =
        new HomeOptions(data, new Origin("http://localhost:1"), "Us", List.of(), Optional.empty());
    try (Home founded = Home.open(options)) {
      founded.start();
    }
    Path state = data.resolve("state.json");
    Files.writeString(state, "{");
    assertRefused(serve(), Exit.DATA, state + " is damaged", "Put back a copy");
    assertThat(state).hasContent("{");
  }

  @Test
  void kit_thatIsThere_isNotOverwritten() throws IOException {
    Path kit = Files.writeString(folder.resolve("kit.txt"), "older");
    assertRefused(serve("--kit", kit.toString()), Exit.DATA, kit + " exists", "move that one away");
    assertThat(kit).hasContent("older");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve --no-open --data DATA --config FILE",
        "home --relay http://localhost:1 --data DATA --config FILE",
        "relay --admit all --config FILE",
      })
  void configuration_notUnderstood_isSaidWithFileLineAndKey(String line) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("house.yaml"),
            "cameras:\n  - name: Door\n    url: rtsp://mona:hunter2@192.0.2.1:99999/a\n");
    String full = line.replace("DATA", data.toString()).replace("FILE", file.toString());
    assertRefused(
        Said.by(full.split(" ")), Exit.CONFIGURATION, file + ":3: cameras[1].url: a port is");
    assertThat(Said.by((full + " --verbose").split(" ")).all()).doesNotContain("hunter2");
    assertThat(data).doesNotExist();
  }

  @Test
  void configuration_thatIsNotThere_isSaid() {
    Path file = folder.resolve("none.yaml");
    assertRefused(
        Said.by("relay", "--config", file.toString()),
        Exit.CONFIGURATION,
        file + ": there is no such file");
  }

  @Test
  void verbose_failure_showsWhereItCameFrom() throws IOException {
    Files.writeString(data, "");
    assertThat(serve("--verbose").err()).contains("FileAlreadyExistsException", "\tat ");
  }
}
