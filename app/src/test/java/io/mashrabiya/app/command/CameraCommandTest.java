package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `camera add`, `list`, `test` and `remove`, before a drawn camera that asks for a password.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CameraCommandTest {
  private static final Credentials MONA = new Credentials("mona", "hunter2");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("settings").resolve("house.yaml");
  }

  private static VirtualCamera camera() throws Exception {
    return VirtualCamera.open(
        VirtualCameraOptions.of(CameraView.of(Scene.DOOR, Light.DAY, "Door"))
            .onlyFor(MONA)
            .hearing(SoundCodec.OPUS),
        CaptureClock.startingAt(InstantSource.system()));
  }

  private static String url(VirtualCamera camera, String login) {
    return camera.address().toString().replace("rtsp://", "rtsp://" + login + "@");
  }

  private Said said(String what, String... more) {
    List<String> line = new ArrayList<>(List.of("camera", what, "--config", file.toString()));
    line.addAll(List.of(more));
    return Said.by(line.toArray(String[]::new));
  }

  private Said add(String... more) {
    List<String> line = new ArrayList<>(List.of("--data", folder.resolve("home").toString()));
    line.addAll(List.of(more));
    return said("add", line.toArray(String[]::new));
  }

  @Test
  void add_cameraThatShowsAPicture_isInTheFileAndListedWithoutItsPassword() throws Exception {
    try (VirtualCamera camera = camera()) {
      Said added = add("Front door", url(camera, "mona:hunter2"));
      assertThat(added.err()).isEmpty();
      assertThat(added.code()).isEqualTo(Exit.DONE.code());
      assertThat(added.out())
          .contains("It shows a picture after ", "H.264", "with sound", "Front door is in ")
          .doesNotContain("hunter2");
      assertThat(file).content().contains("password: \"hunter2\"");

      Said list = said("list", "--data", folder.resolve("home").toString());
      assertThat(list.out()).contains("Front door", camera.address().toString(), "as mona");
      assertThat(list.err()).contains("No home runs here", "mashrabiya serve");
      assertThat(list.all()).doesNotContain("hunter2");
      Said json = said("list", "--json", "--data", folder.resolve("home").toString());
      assertThat(json.out())
          .isEqualToIgnoringNewLines(
              "{\"cameras\":[{\"name\":\"Front door\",\"url\":\"%s\",\"user\":\"mona\"}]}"
                  .formatted(camera.address()));

      Said test = said("test", "Front door");
      assertThat(test.out()).contains("It shows a picture");
      assertThat(test.code()).isEqualTo(Exit.DONE.code());
    }
  }

  @Test
  void add_wrongPassword_saysSoAndChangesNothing() throws Exception {
    try (VirtualCamera camera = camera()) {
      Said added = add("Door", url(camera, "mona:hunter3"));
      assertThat(added.code()).isEqualTo(Exit.FAILED.code());
      assertThat(added.err()).contains("password", "Nothing was changed", "--untried");
      assertThat(added.all()).doesNotContain("hunter3");
      assertThat(file).doesNotExist();
      assertThat(add("Door", url(camera, "mona:hunter3"), "--untried").code()).isZero();
      assertThat(said("test", "Door").code()).isEqualTo(Exit.FAILED.code());
    }
  }

  @Test
  void add_passwordIntoAFileThatOthersMayRead_saysSo() throws Exception {
    assertThat(add("Yard", "rtsp://192.0.2.1/a", "--untried").code()).isZero();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(add("Shed", "rtsp://192.0.2.2/a", "--untried").err()).isEmpty();
    Said added = add("Door", "rtsp://mona:hunter2@192.0.2.3/a", "--untried");
    assertThat(added.code()).isZero();
    assertThat(added.err()).contains("may read", "chmod 600 '" + file + "'");
    assertThat(added.all()).doesNotContain("hunter2");
  }

  @Test
  void add_sameNameTwice_isRefused() {
    assertThat(add("Door", "rtsp://192.0.2.1/a", "--untried").code()).isZero();
    Said again = add("Door", "rtsp://192.0.2.2/a", "--untried");
    assertThat(again.code()).isEqualTo(Exit.USAGE.code());
    assertThat(again.err()).contains("There is a camera of this name", "camera remove");
  }

  @Test
  void add_urlBeforeName_isRefusedWithoutThePassword() {
    Said added = add("rtsp://mona:hunter2@192.0.2.1/a", "Door", "--untried");
    assertThat(added.code()).isEqualTo(Exit.USAGE.code());
    assertThat(added.all()).contains("First the camera's name").doesNotContain("hunter2");
  }

  @Test
  void add_smallerStream_isWrittenBesideTheOther() throws Exception {
    String main = "rtsp://192.0.2.1/a";
    assertThat(add("Door", main, "--sub", "rtsp://192.0.2.1/b", "--untried").code()).isZero();
    assertThat(file).content().contains("sub: \"rtsp://192.0.2.1/b\"");
    Said guarded = add("Yard", main, "--sub", "rtsp://mona:hunter2@192.0.2.1/b", "--untried");
    assertThat(guarded.code()).isEqualTo(Exit.USAGE.code());
    assertThat(guarded.all()).contains("without a user name").doesNotContain("hunter2");
  }

  @Test
  void add_pathOfAClip_isMeantFromWhereThePersonIs() throws Exception {
    assertThat(add("Clip", "file:some/clip.mp4", "--untried").code()).isZero();
    assertThat(file).content().contains("file:" + Path.of("some", "clip.mp4").toAbsolutePath());
  }

  @Test
  void remove_camera_takesItOut() throws Exception {
    add("Door", "rtsp://192.0.2.1/a", "--untried");
    add("Yard", "rtsp://192.0.2.2/a", "--untried");
    Said removed = said("remove", "Door", "--data", folder.resolve("home").toString());
    assertThat(removed.out()).contains("Door is no longer in ");
    assertThat(Files.readString(file)).contains("Yard").doesNotContain("Door");
  }

  @Test
  void remove_unknown_namesThoseThatThereAre() {
    add("Door", "rtsp://192.0.2.1/a", "--untried");
    Said removed = said("remove", "Yard", "--data", folder.resolve("home").toString());
    assertThat(removed.code()).isEqualTo(Exit.USAGE.code());
    assertThat(removed.err()).contains("it has Door.");
  }

  @Test
  void list_noFile_saysWhatToDo() throws Exception {
    String data = folder.resolve("home").toString();
    assertThat(said("list", "--data", data).err()).contains("names no camera", "camera add");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    assertThat(said("list", "--data", data).err()).contains("names no camera", "camera add");
  }

  @Test
  void list_passwordInAPath_isNotShown() throws Exception {
    String data = folder.resolve("home").toString();
    add("Door", "rtsp://192.0.2.1/user=a_password=hunter2_channel=1", "--untried");
    assertThat(said("list", "--data", data).all())
        .contains("password=...")
        .doesNotContain("hunter2");
    assertThat(said("list", "--json", "--data", data).all()).doesNotContain("hunter2");
    assertThat(Files.readString(file)).contains("hunter2");
  }

  @Test
  void test_noFile_saysThatThereIsNone() {
    Said tried = said("test", "Front door");
    assertThat(tried.code()).isEqualTo(Exit.CONFIGURATION.code());
    assertThat(tried.err()).contains("there is no such file", "camera add");
  }

  @Test
  void camera_alone_saysWhatThereIs() {
    Said alone = Said.by("camera");
    assertThat(alone.code()).isEqualTo(Exit.USAGE.code());
    assertThat(alone.err()).contains("add, list, test or remove");
  }

  /// As after the last one was removed: a service manager starts it again and again otherwise.
  @Test
  @Tag("slow")
  void serve_fileThatNamesNoCamera_waitsForOne() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    String data = folder.resolve("home").toString();
    try (Running serve =
        Running.start(
            "serve", "--no-open", "--port", "0", "--data", data, "--config", file.toString())) {
      serve.await("#pair/");
      serve.awaitError("no camera yet");
      assertThat(add("Yard", "rtsp://127.0.0.1:1/a", "--untried").out()).contains("has followed");
    }
  }

  @Test
  @Tag("slow")
  void addAndRemove_whileTheHomeRuns_areFollowedAtOnce() throws Exception {
    String data = folder.resolve("home").toString();
    try (VirtualCamera camera = camera()) {
      add("Door", url(camera, "mona:hunter2"));
      try (Running serve =
          Running.start(
              "serve", "--no-open", "--port", "0", "--data", data, "--config", file.toString())) {
        serve.await("#pair/");
        Said added = add("Yard", url(camera, "mona:hunter2"));
        assertThat(added.out()).contains("The home that runs here has followed.");
        serve.awaitError(" are now: Door, Yard.");
        Said list = said("list", "--data", data);
        while (!list.out().contains("Yard\n") || list.out().contains("connecting")) {
          list = said("list", "--data", data);
        }
        assertThat(list.out().split("live", -1)).hasSize(3 + 2 /* the addresses end in /live */);
        Said removed = said("remove", "Door", "--data", data);
        assertThat(removed.out()).contains("has followed");
        serve.awaitError(" are now: Yard.");
        Files.writeString(file, "cameras:\n- name: [\n");
        serve.awaitError("everything stays as it is");
      }
    }
  }
}
