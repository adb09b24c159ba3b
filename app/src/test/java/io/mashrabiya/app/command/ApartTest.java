package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.vault.enrol.PairingLink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `home` and `relay` as two processes.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ApartTest {
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());
  private static final String HOUSEHOLD = "Household ([a-z2-7]{32})";
  private static final String RELAY = "Relay at (http://localhost:\\d+)";

  @TempDir private Path folder;
  private VirtualCamera camera;

  @BeforeEach
  void open() throws Exception {
    var view = CameraView.of(Scene.DOOR, Light.DAY, "Door");
    camera = VirtualCamera.open(VirtualCameraOptions.of(view), CLOCK);
  }

  @AfterEach
  void close() {
    camera.close();
  }

  private Running home(String relay) throws Exception {
    String data = folder.resolve("home").toString();
    return Running.start(
        "home", "Door=" + camera.address().url(), "--relay", relay, "--data", data);
  }

  /// The id under which the household was founded.
  private String founded() throws Exception {
    try (Running home = home("http://localhost:1")) {
      String household = home.await(HOUSEHOLD);
      home.await("Enter prints");
      home.interrupt();
      home.exitCode();
      return household;
    }
  }

  @Test
  void home_admittedByItsRelay_showsPictures() throws Exception {
    String household = founded();
    try (Running relay =
            Running.start(
                "relay",
                "--port",
                "0",
                "--data",
                folder.resolve("relay").toString(),
                "--admit",
                household);
        Running home = home(relay.await(RELAY))) {
      assertThat(home.await(HOUSEHOLD)).isEqualTo(household);
      PairingLink link = PairingLink.parse(home.await("  (http://localhost:\\d+/#pair/\\S+)\\s"));
      new Guest(Duration.ofSeconds(90)).lookBy(link);
      assertThat(relay.all()).doesNotContain("#pair/", "Door");
    }
  }

  @Test
  void home_notAdmitted_isToldWithWhatToDo() throws Exception {
    String another = "a".repeat(32);
    try (Running relay =
            Running.start(
                "relay",
                "--port",
                "0",
                "--data",
                folder.resolve("relay").toString(),
                "--admit",
                another);
        Running home = home(relay.await(RELAY))) {
      home.awaitError("It does not take this household in: give its operator the household's id");
    }
  }

  @Test
  void home_relayThatIsNotThere_isToldWithWhatToDo() throws Exception {
    try (Running home = home("http://localhost:1")) {
      home.awaitError("It is not reached; trying on. Check its address");
    }
  }
}
