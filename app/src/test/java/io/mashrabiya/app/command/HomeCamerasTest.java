package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.address.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeCamerasTest {
  @TempDir private Path folder;

  private Configuration file(String cameras) throws Exception {
    return Configuration.read(
        Files.writeString(folder.resolve("house.yaml"), "cameras:\n" + cameras));
  }

  private static CameraSettings asked(CameraSettings camera) {
    return camera.askingFor(new Credentials("mona", "typed"));
  }

  private static List<String> passwords(List<CameraSettings> cameras) {
    return cameras.stream()
        .map(camera -> camera.credentials().map(Credentials::password).orElse("none"))
        .toList();
  }

  @Test
  void with_cameraThatIsEdited_keepsThePasswordThatWasTyped() throws Exception {
    String door = "- {name: Door, url: 'rtsp://192.0.2.1/a', user: mona}\n";
    var cameras = new HomeCameras(file(door), List.of(), HomeCamerasTest::asked);
    assertThat(passwords(cameras.with(file(door)))).containsExactly("typed");
    for (String edit :
        List.of(
            "- {name: Door, url: 'rtsp://192.0.2.9/b', user: mona}\n",
            "- {name: Gate, url: 'rtsp://192.0.2.1/a', user: mona}\n",
            "- {name: Door, url: 'rtsp://192.0.2.1/a', sub: 'rtsp://192.0.2.1/b', user: mona}\n")) {
      assertThat(passwords(cameras.with(file(edit)))).as(edit).containsExactly("typed");
    }
  }

  @Test
  void with_anotherUserOrPassword_isAsTheFileSays() throws Exception {
    String door = "- {name: Door, url: 'rtsp://192.0.2.1/a', user: mona}\n";
    var cameras = new HomeCameras(file(door), List.of(), HomeCamerasTest::asked);
    assertThat(passwords(cameras.with(file(door.replace("mona", "omar"))))).containsExactly("");
    assertThat(passwords(cameras.with(file(door.replace("mona", "mona, password: written")))))
        .containsExactly("written");
    assertThat(passwords(cameras.with(file(door.replace("user: mona", "")))))
        .containsExactly("none");
  }
}
