package io.mashrabiya.media.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.JpegPictures;
import io.mashrabiya.media.jpeg.BaselineJpeg.Reading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineJpegTest {
  private static BaselineJpeg understood(byte[] file) {
    return ((Reading.Understood) BaselineJpeg.read(file)).picture();
  }

  private static String refused(byte[] file) {
    return ((Reading.Refused) BaselineJpeg.read(file)).words();
  }

  @ParameterizedTest
  @CsvSource({"420.jpg, 320, 180, YUV_420, 0", "422.jpg, 320, 176, YUV_422, 0"})
  void read_file_givesItsParts(
      String name, int width, int height, ChromaSampling sampling, int restartInterval) {
    BaselineJpeg picture = understood(JpegPictures.file(name));
    assertThat(picture.size()).isEqualTo(new JpegSize(width, height));
    assertThat(picture.sampling()).isEqualTo(sampling);
    assertThat(picture.restartInterval()).isEqualTo(restartInterval);
    assertThat(picture.quantization()).hasSize(128);
  }

  @Test
  void read_fileWithRestartMarkers_keepsThemInItsScan() {
    BaselineJpeg picture = understood(JpegPictures.file("restart.jpg"));
    assertThat(picture.restartInterval()).isEqualTo(20);
    byte[] scan = new byte[picture.scan().remaining()];
    picture.scan().get(0, scan);
    assertThat(HexFormat.of().formatHex(scan)).contains("ffd0", "ffd7");
  }

  /// What is written decodes to the very same pixels, by a decoder that is not ours.
  @ParameterizedTest
  @ValueSource(strings = {"420.jpg", "422.jpg", "restart.jpg"})
  void head_andScan_decodeToTheSamePixels(String name) throws IOException {
    byte[] file = JpegPictures.file(name);
    BaselineJpeg picture = understood(file);
    byte[] head = picture.head();
    byte[] again =
        ByteBuffer.allocate(head.length + picture.scan().remaining() + 2)
            .put(head)
            .put(picture.scan().duplicate())
            .putShort((short) Marker.END_OF_IMAGE)
            .array();
    assertThat(pixels(again)).isEqualTo(pixels(file));
    assertThat(understood(again).scan()).isEqualTo(picture.scan());
  }

  @ParameterizedTest
  @CsvSource({
    "444.jpg, sampled",
    "422-in-rows.jpg, sampled",
    "gray.jpg, three components",
    "own-huffman.jpg, Huffman tables are its own"
  })
  void read_otherKindOfJpeg_isRefusedInWords(String name, String words) {
    assertThat(refused(JpegPictures.file(name))).contains(words);
  }

  @Test
  void read_progressiveFile_isRefusedInWords() {
    byte[] file = JpegPictures.file("420.jpg");
    file[indexOf(file, 0xffc0) + 1] = (byte) 0xc2;
    assertThat(refused(file)).contains("progressive");
  }

  @Test
  void read_secondScan_isRefusedInWords() {
    byte[] file = JpegPictures.file("420.jpg");
    file[file.length - 1] = (byte) 0xda;
    assertThat(refused(file)).contains("more than one scan");
  }

  @Test
  void read_withoutEndMarker_endsWhereItEnds() {
    byte[] file = JpegPictures.file("420.jpg");
    byte[] cut = Arrays.copyOf(file, file.length - 2);
    assertThat(understood(cut).scan()).isEqualTo(understood(file).scan());
  }

  @Test
  void read_cutAnywhereBeforeTheScan_isRefused() {
    byte[] file = JpegPictures.file("422.jpg");
    int scan = file.length - 2 - understood(file).scan().remaining();
    for (int length = 0; length <= scan; length++) {
      assertThat(refused(Arrays.copyOf(file, length))).as("cut at %d", length).isNotEmpty();
    }
  }

  private static int indexOf(byte[] file, int marker) {
    for (int i = 0; i + 1 < file.length; i++) {
      if (file[i] == (byte) (marker >> 8) && file[i + 1] == (byte) marker) {
        return i;
      }
    }
    throw new AssertionError("no such marker");
  }

  private static int[] pixels(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
