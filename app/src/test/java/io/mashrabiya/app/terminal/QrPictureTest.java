package io.mashrabiya.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Drawn here, read by another hand's reader.
class QrPictureTest {
  private static final String LINK =
      "https://cameras.example/#pair/1/%s/%s/aHR0cHM6Ly9jYW1lcmFzLmV4YW1wbGU"
          .formatted("a".repeat(32), "B".repeat(22));

  private static String read(String picture) throws Exception {
    BitMatrix seen = PaintedModules.of(picture);
    var source = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels(seen));
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "https://cameras.example/#pair/1/x"})
  void of_text_isReadAsThatText(String text) throws Exception {
    assertThat(read(QrPicture.of(text).orElseThrow())).isEqualTo(text);
  }

  @Test
  void of_link_isReadAsThatLink() throws Exception {
    assertThat(read(QrPicture.of(LINK).orElseThrow())).isEqualTo(LINK);
  }

  @Test
  void of_link_fitsIntoATerminal() {
    String picture = QrPicture.of(LINK).orElseThrow();
    assertThat(picture.lines()).allSatisfy(line -> assertThat(width(line)).isLessThanOrEqualTo(80));
    assertThat(picture.lines().count()).isLessThanOrEqualTo(32);
  }

  /// A reader needs four modules of white on every side, whatever colour the terminal has.
  @Test
  void of_link_bringsItsColoursAndItsQuietZone() {
    String picture = QrPicture.of(LINK).orElseThrow();
    assertThat(picture.lines())
        .allSatisfy(line ->
            assertThat(line).startsWith("\u001b[38;5;16;48;5;231m    ").endsWith("    \u001b[0m"));
    assertThat(plain(picture.lines().toList().get(0))).isBlank();
    assertThat(plain(picture.lines().toList().get(1))).isBlank();
    assertThat(plain(picture.lines().toList().getLast())).isBlank();
  }

  @Test
  void of_textThatIsTooLong_isNone() {
    assertThat(QrPicture.of("x".repeat(4_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://cameras.example/#pair/1/x, true",
    "http://192.0.2.7:8080/#pair/1/x, true",
    "http://localhost:8080/#pair/1/x, false",
    "http://127.0.0.1/#pair/1/x, false",
    "http://[::1]:8080/#pair/1/x, false",
  })
  void link_ofThisMachineAlone_isForNoPhone(String link, boolean leads) {
    assertThat(LinkPicture.leadsPhonesHere(link)).isEqualTo(leads);
  }

  /// As under a service manager, whose log must not hold a picture of the secret.
  @Test
  void link_withoutATerminal_hasNoPicture() {
    assertThat(LinkPicture.of(LINK)).isEmpty();
  }

  private static int[] pixels(BitMatrix seen) {
    int[] pixels = new int[seen.getWidth() * seen.getHeight()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = seen.get(i % seen.getWidth(), i / seen.getWidth()) ? 0 : 0xffffff;
    }
    return pixels;
  }

  private static int width(String line) {
    return plain(line).length();
  }

  private static String plain(String line) {
    return line.replaceAll("\u001b\\[[0-9;]*m", "");
  }
}
