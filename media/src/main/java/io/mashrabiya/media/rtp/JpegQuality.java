package io.mashrabiya.media.rtp;

import io.mashrabiya.media.jpeg.BaselineJpeg;
import java.util.HexFormat;

/// The quantization tables that a quality of 1 to 99 stands for (RFC 2435, section 4.2 and appendix
/// A): luma before chroma, in zigzag order.
final class JpegQuality {
  /// The tables of annex K.1 of ITU-T T.81, which are those of quality 50.
  private static final byte[] MIDDLE =
      HexFormat.of()
          .parseHex(
              "100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933"
                  + "383740485c4e404457453738506d51575f626768673e4d71797064785c656763"
                  + "1112121815182f1a1a2f63423842636363636363636363636363636363636363"
                  + "6363636363636363636363636363636363636363636363636363636363636363");

  private JpegQuality() {}

  static boolean isComputed(int quality) {
    return quality >= 1 && quality <= 99;
  }

  /// The tables of a quality for which [#isComputed(int)] holds.
  static byte[] tables(int quality) {
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    byte[] tables = new byte[2 * BaselineJpeg.TABLE_BYTES];
    for (int i = 0; i < tables.length; i++) {
      tables[i] = (byte) Math.clamp((MIDDLE[i] * percent + 50) / 100, 1, 255);
    }
    return tables;
  }
}
