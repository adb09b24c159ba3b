package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `doctor` at video files that stand in for cameras.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoctorClipTest {
  private static final Path CLIPS =
      Path.of("..", "media", "src", "test", "resources", "io", "mashrabiya", "media", "ffmpeg");

  @TempDir private Path folder;

  private Diagnosed doctor(Path clip) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("house.yaml"),
            "cameras:\n  - name: Door\n    url: file:%s\nrelay:\n  listen: 0\n".formatted(clip));
    return Diagnosed.by(
        "--seconds",
        "3",
        "--data",
        folder.resolve("data").toString(),
        "--config",
        config.toString());
  }

  private static void assertFault(Diagnosed told, String examination, String... words) {
    Diagnosed.Told fault = told.the("fault", "camera", examination);
    assertThat(fault.found() + " " + fault.remedy()).contains(words);
    assertThat(told.findings()).extracting(Diagnosed.Told::examination).doesNotContain("codec");
    assertThat(told.said().code()).isEqualTo(Exit.FAILED.code());
    assertThat(told.said().all()).doesNotContain("Exception");
  }

  @Test
  void clip_ofH264_isPlayed() throws Exception {
    Diagnosed told = doctor(CLIPS.resolve("clip.mp4").toAbsolutePath());
    assertThat(told.with("fault")).isEmpty();
    assertThat(told.findings())
        .filteredOn(each -> each.patient().equals("camera"))
        .extracting(Diagnosed.Told::examination)
        .containsExactly("file", "encoding", "endurance", "codec", "pictures", "decoding");
    assertThat(told.the("ok", "camera", "file").name()).isEqualTo("Door");
    assertThat(told.the("ok", "camera", "codec").found()).contains("H.264 (avc1.");
    assertThat(told.the("ok", "camera", "pictures").found()).contains(" 10.0 a second");
    told.the("ok", "camera", "decoding");
  }

  @Test
  void clip_ofAnotherCodec_isSaidWithWhatItIsAndHowToConvertIt() throws Exception {
    Diagnosed told = doctor(CLIPS.resolve("hevc.mp4").toAbsolutePath());
    assertFault(told, "encoding", "hevc.mp4 is hevc; only H.264 is played", "ffmpeg -i");
  }

  /// The path is meant from where the configuration lies.
  @Test
  void clip_notThere_isSaidWithWhereItWasLookedFor() throws Exception {
    assertFault(
        doctor(Path.of("none.mp4")), "file", folder.resolve("none.mp4").toString(), "Check how");
  }

  @Test
  void clip_thatIsAFolder_isSaid() throws Exception {
    assertFault(doctor(folder), "file", folder + " is no file, but a folder", "Name the video");
  }

  @Test
  void clip_thatIsNoVideo_isSaid() throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader");
    assertFault(doctor(letter), "encoding", "is not a video in MP4", "ffmpeg -i");
  }
}
