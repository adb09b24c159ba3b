package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.testkit.Needed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Another RTSP client and another decoder look at our camera for a few seconds: ffprobe of the
/// machine.
@Tag("peer")
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FfprobePeerTest {
  private static final int SECONDS = 4;

  @ParameterizedTest
  @EnumSource(Scene.class)
  void probe_drawnRoom_decodesCleanly(Scene scene) throws Exception {
    Path ffprobe = Needed.program("sudo apt-get install ffmpeg", "ffprobe");
    CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
    var options = VirtualCameraOptions.of(CameraView.of(scene, Light.DAY, "Camera"));
    try (VirtualCamera camera = VirtualCamera.open(options, clock)) {
      camera.firstPicture().join();
      List<String> lines = probe(ffprobe, camera.address().url());
      assertThat(lines.getFirst()).isEqualTo("stream,h264,Constrained Baseline,640,360,0");
      List<String> frames = lines.stream().filter(line -> line.startsWith("frame")).toList();
      assertThat(frames).hasSizeGreaterThan(SECONDS * 15 / 2);
      assertThat(frames.stream().filter(line -> line.startsWith("frame,1"))).hasSizeBetween(2, 4);
      assertThat(lines).as("no complaint").allMatch(line -> line.matches("(stream|frame),.*"));
    }
  }

  /// One line for the stream, then one for each frame; complaints of the decoder are lines of their
  /// own.
  private static List<String> probe(Path ffprobe, String url) throws Exception {
    String entries = "stream=codec_name,profile,width,height,has_b_frames:frame=key_frame";
    List<String> command =
        List.of(
            ffprobe.toString(),
            "-v",
            "warning",
            "-rtsp_transport",
            "tcp",
            "-read_intervals",
            "%+" + SECONDS,
            "-show_entries",
            entries,
            "-of",
            "csv",
            url);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      List<String> lines =
          new ArrayList<>(process.inputReader(StandardCharsets.UTF_8).readAllLines());
      assertThat(process.waitFor()).isZero();
      lines.sort((a, b) -> Boolean.compare(b.startsWith("stream"), a.startsWith("stream")));
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }
}
