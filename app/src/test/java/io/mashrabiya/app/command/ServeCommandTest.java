package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.testkit.GStreamerCamera;
import io.mashrabiya.testkit.GStreamerCamera.Login;
import io.mashrabiya.testkit.GStreamerCamera.Scheme;
import io.mashrabiya.testkit.GStreamerCamera.Settings;
import io.mashrabiya.vault.enrol.PairingLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `serve` before a camera that nobody here wrote and that asks for a password.
@Tag("peer")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeCommandTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PASSWORD = "correct horse";

  @TempDir private Path folder;
  private GStreamerCamera camera;

  @BeforeEach
  void open() throws Exception {
    camera =
        GStreamerCamera.open(
            Settings.plain().askingFor(new Login(Scheme.DIGEST, "mona", PASSWORD)));
  }

  @AfterEach
  void close() {
    camera.close();
  }

  private String[] line(String... more) {
    List<String> line = new ArrayList<>(List.of("serve", "--verbose", "--no-open", "--port", "0"));
    line.addAll(List.of("--data", folder.resolve("home").toString()));
    line.addAll(List.of(more));
    return line.toArray(String[]::new);
  }

  private String url(String user) {
    return camera.uri().toString().replace("rtsp://", "rtsp://" + user + "@");
  }

  private static PairingLink link(Running serve) throws Exception {
    return PairingLink.parse(serve.await("  (http://localhost:\\d+/#pair/[^\\s]+)\\s"));
  }

  private static void assertShowsPicturesAndNoPassword(Running serve) throws Exception {
    new Guest(PATIENCE).lookBy(link(serve));
    assertThat(serve.all()).doesNotContain(PASSWORD, "correct%20horse", "mona:");
  }

  @Test
  void serve_passwordInTheUrl_showsPictures() throws Exception {
    try (Running serve = Running.start(line("Door=" + url("mona:correct%20horse")))) {
      assertShowsPicturesAndNoPassword(serve);
    }
  }

  @Test
  void serve_passwordInTheConfiguration_showsPictures() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("house.yaml"),
            "cameras:\n  - name: Door\n    url: %s\n    user: mona\n    password: %s\n"
                .formatted(camera.uri(), PASSWORD));
    try (Running serve = Running.start(line("--config", file.toString()))) {
      assertShowsPicturesAndNoPassword(serve);
    }
  }

  @Test
  void serve_passwordTyped_showsPictures() throws Exception {
    try (Running serve = Running.startAtTerminal(line("Door=" + url("mona")))) {
      serve.await("Password of mona at Door: ");
      serve.type(PASSWORD + "\n");
      assertShowsPicturesAndNoPassword(serve);
    }
  }

  @Test
  void serve_wrongPassword_isToldWithWhatToDo() throws Exception {
    try (Running serve = Running.start(line("Door=" + url("mona:guess")))) {
      serve.awaitError("Door: The camera refused the user name or password. Check both");
      assertThat(serve.all()).doesNotContain("guess");
    }
  }
}
