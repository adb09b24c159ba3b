package io.mashrabiya.vault.keys;

import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The recovery kit as one page to print, in English and in Arabic: the lines of [RecoveryKit] to
/// type, and the same as a QR code to scan. It needs nothing from outside and runs no script.
final class KitPage {
  private static final String TEMPLATE = "recovery-kit.html";

  /// Modules around the code that stay white (ISO/IEC 18004).
  private static final int QUIET = 4;

  private KitPage() {}

  static byte[] write(RootKey root) {
    String lines = RecoveryKit.lines(root);
    return template()
        .replace("{{lines}}", lines)
        .replace("{{code}}", svg(QrCode.encodeText(lines, QrCode.Ecc.QUARTILE)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String template() {
    try (InputStream in = KitPage.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException(TEMPLATE + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One path of runs of dark modules: sharp at any size, and half as long as one square each.
  private static String svg(QrCode code) {
    int size = code.size + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (code.getModule(x, y)) { // false outside
          x++;
        }
        if (x > from) {
          int length = x - from;
          path.append('M').append(from + QUIET).append(',').append(y + QUIET);
          path.append('h').append(length).append("v1h-").append(length).append('z');
        }
      }
    }
    return """
    <svg class="code" viewBox="0 0 %s %s" shape-rendering="crispEdges" role="img" aria-label="QR"><path d="%s"/></svg>\
    """
        .formatted(String.valueOf(size), String.valueOf(size), path);
  }
}
