package io.mashrabiya.media.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegFileTest {
  private static byte[] file(String name) throws IOException {
    try (InputStream in =
        Optional.ofNullable(JpegFileTest.class.getResourceAsStream(name)).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"420.jpg", "422.jpg", "444.jpg", "gray.jpg", "own-huffman.jpg"})
  void size_realFiles_isTheirs(String name) throws IOException {
    byte[] file = file(name);
    assertThat(JpegFile.end(file, file.length)).contains(file.length);
    assertThat(JpegFile.size(file)).isPresent();
  }

  @Test
  void size_progressive_isTold() {
    assertThat(JpegFile.size(hex("ffd8 ffc2 000b 08 0010 0020 01 011100")))
        .contains(new JpegSize(32, 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ffd8",
        "ffd8ffd9",
        "ffd8ffffffff",
        "ffd8ffe00001ffc0",
        "ffd8ffc0000b08",
        "ffd8ffc0000b0800100000010111",
        "ffd8ffdaffc0000b080010002001011100",
        "89504e470d0a1a0a"
      })
  void size_noPicture_isNone(String hex) {
    assertThat(JpegFile.size(hex(hex))).isEmpty();
  }

  @Test
  void end_fillingBehindTheMarker_doesNotCount() throws IOException {
    byte[] file = file("420.jpg");
    byte[] longer = Arrays.copyOf(file, file.length + 100);
    longer[file.length] = '\r';
    longer[file.length + 1] = '\n';
    assertThat(JpegFile.end(longer, longer.length)).contains(file.length);
  }

  @Test
  void end_cutShort_isNone() throws IOException {
    byte[] file = file("420.jpg");
    assertThat(JpegFile.end(file, file.length - 2)).isEmpty();
    assertThat(JpegFile.end(file, 0)).isEmpty();
  }
}
