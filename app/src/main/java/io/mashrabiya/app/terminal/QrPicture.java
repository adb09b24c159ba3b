package io.mashrabiya.app.terminal;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;

/// A QR code (ISO/IEC 18004) of half blocks: two rows of modules in one line of a terminal, as wide
/// as high.
///
/// It says its colours, black on white with the quiet zone that readers want, so that it reads on a
/// dark terminal and on a light one.
public final class QrPicture {
  private static final int QUIET_ZONE = 4;
  private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";
  private static final String AS_BEFORE = "\u001b[0m";
  private static final char BOTH = '\u2588';
  private static final char UPPER = '\u2580';
  private static final char LOWER = '\u2584';

  private QrPicture() {}

  /// The lines, each ended; empty when the text is too long for any code.
  public static Optional<String> of(String text) {
    try {
      return Optional.of(lines(QrCode.encodeText(text, QrCode.Ecc.LOW)));
    } catch (DataTooLongException e) {
      return Optional.empty();
    }
  }

  private static String lines(QrCode code) {
    int end = code.size + QUIET_ZONE;
    StringBuilder lines = new StringBuilder();
    for (int y = -QUIET_ZONE; y < end; y += 2) {
      lines.append(BLACK_ON_WHITE);
      for (int x = -QUIET_ZONE; x < end; x++) {
        lines.append(block(code.getModule(x, y), code.getModule(x, y + 1)));
      }
      lines.append(AS_BEFORE).append(System.lineSeparator());
    }
    return lines.toString();
  }

  private static char block(boolean upper, boolean lower) {
    if (upper) {
      return lower ? BOTH : UPPER;
    }
    return lower ? LOWER : ' ';
  }
}
