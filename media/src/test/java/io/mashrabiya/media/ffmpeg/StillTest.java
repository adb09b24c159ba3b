package io.mashrabiya.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.Track;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StillTest {
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

  @ParameterizedTest
  @CsvSource({"320,320,180", "1000,320,180", "160,160,90", "100,100,56", "2,2,2"})
  void of_keyFrame_isAtMostAsWideAsAsked(int asked, int width, int height) throws IOException {
    Still still = Still.of(keyFrame(), Still.Format.JPEG, asked).orElseThrow();
    assertThat(still.width()).isEqualTo(width);
    assertThat(still.height()).isEqualTo(height);
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(still.bytes()));
    assertThat(seen.getWidth()).isEqualTo(width);
    assertThat(seen.getHeight()).isEqualTo(height);
  }

  @Test
  void of_keyFrame_keepsTheColours() throws IOException {
    Still still = Still.of(keyFrame(), Still.Format.JPEG, 320).orElseThrow();
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(still.bytes()));
    assertThat(distance(seen.getRGB(80, 120), 0xC02020)).isLessThan(24);
    assertThat(distance(seen.getRGB(240, 120), 0x2020C0)).isLessThan(24);
    assertThat(distance(seen.getRGB(160, 20), 0xFFFFFF)).isLessThan(12);
  }

  @Test
  void of_webp_isWebpAndSmaller() {
    Still webp = Still.of(keyFrame(), Still.Format.WEBP, 320).orElseThrow();
    Still jpeg = Still.of(keyFrame(), Still.Format.JPEG, 320).orElseThrow();
    assertThat(new String(webp.bytes(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(new String(webp.bytes(), 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
    assertThat(webp.bytes().length).isLessThan(jpeg.bytes().length);
  }

  @ParameterizedTest
  @EnumSource(Still.Format.class)
  void of_greyStream_isAPicture(Still.Format format) throws IOException {
    byte[] grey = Files.readAllBytes(Clips.file("gray.h264"));
    assertThat(Still.of(grey, format, 80).orElseThrow().width()).isEqualTo(80);
  }

  @Test
  void of_slicesOfNonsense_isNothing() {
    assertThat(Still.of(SyntheticPictures.key(5_000), Still.Format.JPEG, 320)).isEmpty();
  }

  @Test
  void of_randomBytesOrNone_isNothing() {
    Random random = new Random(SEED);
    byte[] bytes = new byte[10_000];
    random.nextBytes(bytes);
    assertThat(Still.of(bytes, Still.Format.JPEG, 320)).as("seed " + SEED).isEmpty();
    assertThat(Still.of(new byte[0], Still.Format.JPEG, 320)).isEmpty();
  }

  @Test
  void of_keyFrameCutOff_isNothing() {
    byte[] whole = keyFrame();
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(Still.of(half, Still.Format.JPEG, 320)).isEmpty();
  }

  @Test
  void of_bitsTurned_neverThrows() {
    Random random = new Random(SEED);
    byte[] whole = keyFrame();
    for (int i = 0; i < 300; i++) {
      byte[] broken = whole.clone();
      broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      Still.of(broken, Still.Format.JPEG, 64)
          .ifPresent(still -> assertThat(still.bytes()).startsWith(0xFF, 0xD8));
    }
  }

  @Test
  void of_widthNoPictureHas_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Still.of(keyFrame(), Still.Format.JPEG, 1));
  }

  private static int distance(int rgb, int other) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs(((rgb >> shift) & 0xFF) - ((other >> shift) & 0xFF)));
    }
    return most;
  }
}
