package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.ffmpeg.Clips;
import io.mashrabiya.media.ffmpeg.StillMaker;
import io.mashrabiya.media.rtsp.client.RtspClient;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our own client looks at a virtual camera.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VirtualCameraTest {
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());
  private static final CameraView.Drawn VIEW =
      CameraView.of(Scene.NURSERY, Light.NIGHT, "Nursery").marked(0xC0FFEE);

  /// Plays until that many frames came.
  private static List<Frame> watch(VirtualCamera camera, int count) {
    List<Frame> frames = new ArrayList<>();
    RtspClient client = client(camera, Optional.empty());
    client.play(frame -> {
      frames.add(frame);
      if (frames.size() == count) {
        client.close();
      }
    });
    assertThat(frames).hasSizeGreaterThanOrEqualTo(count);
    return frames.subList(0, count);
  }

  private static RtspClient client(VirtualCamera camera, Optional<Credentials> credentials) {
    return new RtspClient(
        camera.address(), credentials, RtspSettings.DEFAULT, CLOCK, new SessionCounters());
  }

  private static Optional<Mark> markOf(Frame key) throws IOException {
    Still still =
        StillMaker.make(StillRequest.ofH264(key.payload(), Still.Format.JPEG, 640)).orElseThrow();
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(still.bytes()));
    int[] pixels = seen.getRGB(0, 0, still.width(), still.height(), null, 0, still.width());
    return MarkReader.read(Picture.over(still.width(), still.height(), pixels));
  }

  @Test
  void open_drawnRoom_showsItsMarkAndToldWhenItWasDrawn() throws IOException {
    Map<Mark, Long> drawn = new ConcurrentHashMap<>();
    var options = VirtualCameraOptions.of(VIEW).telling(drawn::put);
    try (VirtualCamera camera = VirtualCamera.open(options, CLOCK)) {
      camera.firstPicture().join();
      List<Frame> frames = watch(camera, 20);
      assertThat(frames.getFirst().key()).isTrue();
      Mark seen = markOf(frames.getFirst()).orElseThrow();
      assertThat(seen.camera()).isEqualTo(0xC0FFEE);
      assertThat(drawn).containsKey(seen);
    }
  }

  @ParameterizedTest
  @EnumSource
  void open_withAMicrophone_isHeardInThatCodec(SoundCodec codec) throws IOException {
    var options = VirtualCameraOptions.of(VIEW).hearing(codec);
    try (VirtualCamera camera = VirtualCamera.open(options, CLOCK)) {
      List<Frame> heard = new ArrayList<>();
      RtspClient client = client(camera, Optional.empty());
      client.play(frame -> {
        if (frame.track().isSound()) {
          heard.add(frame);
        }
        if (heard.size() == 20) {
          client.close();
        }
      });
      assertThat(heard).hasSizeGreaterThanOrEqualTo(20).allMatch(Frame::key);
      assertThat(heard).extracting(Frame::captureTimeMicros).isSorted().doesNotHaveDuplicates();
      assertThat(heard.getFirst().track().format())
          .isInstanceOfSatisfying(
              SoundFormat.class, format -> assertThat(format.codec()).isEqualTo(codec));
    }
  }

  @Test
  void open_clip_playsItAgainAndAgain() throws IOException {
    var options = VirtualCameraOptions.of(new CameraView.Clip(Clips.file("clip.mp4")));
    try (VirtualCamera camera = VirtualCamera.open(options, CLOCK)) {
      camera.firstPicture().join();
      List<Frame> frames = watch(camera, 35);
      assertThat(frames.stream().filter(Frame::key).count()).isBetween(3L, 4L);
      assertThat(frames).extracting(Frame::captureTimeMicros).isSorted();
    }
  }

  @Test
  void open_withCredentials_letsInOnlyWhoKnowsThem() throws IOException {
    Credentials known = new Credentials("viewer", "correct horse");
    var options = VirtualCameraOptions.of(VIEW).onlyFor(known);
    try (VirtualCamera camera = VirtualCamera.open(options, CLOCK);
        RtspClient stranger = client(camera, Optional.empty());
        RtspClient guesser = client(camera, Optional.of(new Credentials("viewer", "guess")))) {
      camera.firstPicture().join();
      List<Frame> seen = new ArrayList<>();
      stranger.play(seen::add);
      guesser.play(seen::add);
      assertThat(seen).isEmpty();
      RtspClient friend = client(camera, Optional.of(known));
      RtspOutcome outcome =
          friend.play(frame -> {
            seen.add(frame);
            friend.close();
          });
      assertThat(outcome).isInstanceOf(RtspOutcome.Stopped.class);
      assertThat(seen).isNotEmpty();
      assertThat(camera.address().url()).doesNotContain("viewer");
      assertThat(options.toString()).doesNotContain("viewer").doesNotContain("correct horse");
    }
  }

  @Test
  void firstPicture_fileThatIsNoH264_failsInWords() throws IOException {
    var options = VirtualCameraOptions.of(new CameraView.Clip(Clips.file("hevc.mp4")));
    try (VirtualCamera camera = VirtualCamera.open(options, CLOCK)) {
      assertThatThrownBy(() -> camera.firstPicture().join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOf(IOException.class)
          .hasMessageContaining("only H.264 is played");
    }
  }

  @Test
  void open_portInUse_fails() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort());
      var options = VirtualCameraOptions.of(VIEW).listeningOn(address);
      assertThatThrownBy(() -> VirtualCamera.open(options, CLOCK).close())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void close_whilePlayed_endsItsClients() throws Exception {
    VirtualCamera camera = VirtualCamera.open(VirtualCameraOptions.of(VIEW), CLOCK);
    try (RtspClient client = client(camera, Optional.empty())) {
      RtspOutcome outcome = client.play(frame -> camera.close());
      assertThat(outcome).isInstanceOf(RtspOutcome.ClosedByCamera.class);
    }
  }
}
