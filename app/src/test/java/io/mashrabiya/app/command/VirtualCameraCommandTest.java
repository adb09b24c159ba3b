package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.ffmpeg.H264Encoder;
import io.mashrabiya.media.ffmpeg.StillMaker;
import io.mashrabiya.media.rtsp.RtspUrl;
import io.mashrabiya.media.rtsp.client.RtspClient;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import io.mashrabiya.media.scene.MarkReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `virtual-camera`, seen by our RTSP client.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VirtualCameraCommandTest {
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());
  private static final String URL = "(rtsp://127\\.0\\.0\\.1:\\d+/live)\\R";
  private static final int PIECE = 64;

  @TempDir private Path folder;

  /// Plays until the first frame came.
  private static RtspOutcome play(String url, Optional<Credentials> credentials, List<Frame> seen) {
    var address = ((RtspUrl.Reading.Understood) RtspUrl.read(url)).address();
    var client =
        new RtspClient(address, credentials, RtspSettings.DEFAULT, CLOCK, new SessionCounters());
    return client.play(frame -> {
      seen.add(frame);
      client.close();
    });
  }

  private static BufferedImage look(Frame key, int width) throws Exception {
    Still still =
        StillMaker.make(StillRequest.ofH264(key.payload(), Still.Format.JPEG, width)).orElseThrow();
    return ImageIO.read(new ByteArrayInputStream(still.bytes()));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static boolean isGrey(int pixel) {
    int red = pixel >> 16 & 0xff;
    int green = pixel >> 8 & 0xff;
    int blue = pixel & 0xff;
    return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) < 8;
  }

  @Test
  void scene_byNightForOneUser_isThatRoomInGreyForNobodyElse() throws Exception {
    try (Running camera =
        Running.start(
            "virtual-camera --scene nursery --night --name Crib --port 0 --user mona --password=hunter2"
                .split(" "))) {
      String url = camera.await(URL);
      List<Frame> seen = new ArrayList<>();
      assertThat(play(url, Optional.empty(), seen)).isEqualTo(new RtspOutcome.CredentialsNeeded());
      assertThat(play(url, Optional.of(new Credentials("mona", "guess")), seen))
          .isEqualTo(new RtspOutcome.CredentialsRefused());
      assertThat(seen).isEmpty();
      play(url, Optional.of(new Credentials("mona", "hunter2")), seen);

      BufferedImage image = look(seen.getFirst(), 640);
      int[] pixels = pixels(image);
      assertThat(IntStream.of(pixels)).allMatch(VirtualCameraCommandTest::isGrey);
      var name = new CRC32();
      name.update("nursery/NIGHT/Crib".getBytes(StandardCharsets.UTF_8));
      assertThat(MarkReader.read(Picture.over(image.getWidth(), image.getHeight(), pixels)))
          .hasValueSatisfying(
              mark -> assertThat(Integer.toUnsignedLong(mark.camera())).isEqualTo(name.getValue()));
      assertThat(camera.all()).doesNotContain("hunter2", "mona");
    }
  }

  @Test
  void onvif_askedFor_isPlayedByWhoKnowsItsUser() throws Exception {
    try (Running camera =
        Running.start(
            "virtual-camera --scene door --name Gate --port 0 --onvif 0 --user mona --password=hunter2"
                .split(" "))) {
      String at = camera.await("onvif://(127\\.0\\.0\\.1:\\d+)\\R");
      Said seen = Said.by("camera", "test", "onvif://mona:hunter2@" + at);
      assertThat(seen.out()).contains("It shows a picture", "H.264");
      Said stranger = Said.by("camera", "test", "onvif://mona:guess@" + at);
      assertThat(stranger.err()).contains("refused the user name or password");
      assertThat(camera.all() + seen.all() + stranger.all()).doesNotContain("hunter2", "guess");
    }
  }

  @Test
  void file_ofH264_isPlayed() throws Exception {
    Path clip = folder.resolve("red clip.h264");
    var settings = new H264Encoder.Settings(PIECE, PIECE, 5, 100_000, 5);
    try (H264Encoder encoder = H264Encoder.open(settings);
        OutputStream out = Files.newOutputStream(clip)) {
      for (int i = 0; i < 10; i++) {
        var picture = new Picture(PIECE, PIECE);
        picture.fill(0, 0, PIECE, PIECE, 0xC00000);
        out.write(encoder.encode(picture, Track.MAIN, i).payload());
      }
    }
    try (Running camera =
        Running.start("virtual-camera", "--file", clip.toString(), "--port", "0")) {
      List<Frame> seen = new ArrayList<>();
      play(camera.await(URL), Optional.empty(), seen);
      BufferedImage image = look(seen.getFirst(), PIECE);
      assertThat(image.getWidth()).isEqualTo(PIECE);
      int middle = image.getRGB(PIECE / 2, PIECE / 2);
      assertThat(middle >> 16 & 0xff).isBetween(0xA0, 0xE0);
      assertThat(middle & 0xff).isLessThan(0x30);
    }
  }

  @Test
  void file_thatIsNoVideo_isSaidWithoutAnAddress() throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader");
    Said said = Said.by("virtual-camera", "--file", letter.toString(), "--port", "0");
    assertThat(said.code()).isEqualTo(Exit.FAILED.code());
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains(letter + " is not a video in MP4");
  }

  @Test
  void file_thatIsNotThere_isSaid() {
    Path none = folder.resolve("none.mp4");
    Said said = Said.by("virtual-camera", "--file", none.toString(), "--port", "0");
    assertThat(said.code()).isEqualTo(Exit.FAILED.code());
    assertThat(said.err()).contains(none + " is not there or may not be read");
  }
}
