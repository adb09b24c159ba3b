package io.mashrabiya.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.Track;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StillMakerTest {
  private static final long SEED = 3;

  /// Red at the left, blue at the right, white above them.
  private static byte[] keyFrame() {
    Picture picture = new Picture(320, 180);
    picture.fill(0, 0, 160, 180, 0xC02020);
    picture.fill(160, 0, 160, 180, 0x2020C0);
    picture.fill(0, 0, 320, 40, 0xFFFFFF);
    var settings = new H264Encoder.Settings(320, 180, 10, 1_000_000, 10);
    try (H264Encoder encoder = H264Encoder.open(settings)) {
      Frame frame = encoder.encode(picture, Track.MAIN, 0);
      return frame.payload();
    }
  }

  private static Optional<Still> make(byte[] keyFrame, Still.Format format, int mostWidth) {
    return StillMaker.make(StillRequest.ofH264(keyFrame, format, mostWidth));
  }

  @ParameterizedTest
  @CsvSource({"320,320,180", "1000,320,180", "160,160,90", "100,100,56", "2,2,2"})
  void make_keyFrame_isAtMostAsWideAsAsked(int asked, int width, int height) throws IOException {
    Still still = make(keyFrame(), Still.Format.JPEG, asked).orElseThrow();
    assertThat(still.width()).isEqualTo(width);
    assertThat(still.height()).isEqualTo(height);
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(still.bytes()));
    assertThat(seen.getWidth()).isEqualTo(width);
    assertThat(seen.getHeight()).isEqualTo(height);
  }

  @Test
  void make_keyFrame_keepsTheColours() throws IOException {
    Still still = make(keyFrame(), Still.Format.JPEG, 320).orElseThrow();
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(still.bytes()));
    assertThat(distance(seen.getRGB(80, 120), 0xC02020)).isLessThan(24);
    assertThat(distance(seen.getRGB(240, 120), 0x2020C0)).isLessThan(24);
    assertThat(distance(seen.getRGB(160, 20), 0xFFFFFF)).isLessThan(12);
  }

  @ParameterizedTest
  @EnumSource(Still.Format.class)
  void make_greyTone_hasTheBrightnessAndNoColour(Still.Format format) throws IOException {
    var asked =
        new StillRequest(
            PictureFormat.H264, keyFrame(), format, Still.Tone.GREY, 320, StillRequest.ANY_BYTES);
    Still still = StillMaker.make(asked).orElseThrow();
    if (format == Still.Format.JPEG) {
      BufferedImage seen = ImageIO.read(new ByteArrayInputStream(still.bytes()));
      for (int x : new int[] {80, 240}) {
        int rgb = seen.getRGB(x, 120);
        assertThat(distance(rgb, (rgb & 0xFF) * 0x010101)).isLessThan(4);
      }
      assertThat(distance(seen.getRGB(160, 20), 0xFFFFFF)).isLessThan(12);
    }
    assertThat(still.bytes()).isNotEqualTo(make(keyFrame(), format, 320).orElseThrow().bytes());
  }

  @Test
  void make_webp_isWebpAndSmaller() {
    Still webp = make(keyFrame(), Still.Format.WEBP, 320).orElseThrow();
    Still jpeg = make(keyFrame(), Still.Format.JPEG, 320).orElseThrow();
    assertThat(new String(webp.bytes(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(new String(webp.bytes(), 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
    assertThat(webp.bytes().length).isLessThan(jpeg.bytes().length);
  }

  @ParameterizedTest
  @EnumSource(Still.Format.class)
  void make_greyStream_isAPicture(Still.Format format) throws IOException {
    byte[] grey = Files.readAllBytes(Clips.file("gray.h264"));
    assertThat(make(grey, format, 80).orElseThrow().width()).isEqualTo(80);
  }

  @Test
  void make_slicesOfNonsense_isNothing() {
    assertThat(make(SyntheticPictures.key(5_000), Still.Format.JPEG, 320)).isEmpty();
  }

  @Test
  void make_randomBytesOrNone_isNothing() {
    Random random = new Random(SEED);
    byte[] bytes = new byte[10_000];
    random.nextBytes(bytes);
    assertThat(make(bytes, Still.Format.JPEG, 320)).as("seed " + SEED).isEmpty();
    assertThat(make(new byte[0], Still.Format.JPEG, 320)).isEmpty();
  }

  @Test
  void make_keyFrameCutOff_isNothing() {
    byte[] whole = keyFrame();
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(make(half, Still.Format.JPEG, 320)).isEmpty();
  }

  @Test
  void make_bitsTurned_neverThrows() {
    Random random = new Random(SEED);
    byte[] whole = keyFrame();
    for (int i = 0; i < 300; i++) {
      byte[] broken = whole.clone();
      broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      make(broken, Still.Format.JPEG, 64)
          .ifPresent(still -> assertThat(still.bytes()).startsWith(0xFF, 0xD8));
    }
  }

  @Test
  void make_widthNoPictureHas_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> make(keyFrame(), Still.Format.JPEG, 1));
  }

  private static int distance(int rgb, int other) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs(((rgb >> shift) & 0xFF) - ((other >> shift) & 0xFF)));
    }
    return most;
  }

  @ParameterizedTest
  @EnumSource
  void make_withinFewBytes_isCoarserThenSmaller(Still.Format format) {
    var asked = StillRequest.ofH264(keyFrame(), format, 640);
    Still fine = StillMaker.make(asked).orElseThrow();
    Still coarse = StillMaker.make(asked.within(fine.bytes().length - 1)).orElseThrow();
    assertThat(coarse.bytes().length).isLessThan(fine.bytes().length);
    assertThat(coarse.width()).as("coarser comes first").isEqualTo(fine.width());
    Still least = StillMaker.make(asked.within(1)).orElseThrow();
    assertThat(least.width()).isBetween(80, 159);
    assertThat(least.bytes().length).isLessThan(coarse.bytes().length);
  }
}
