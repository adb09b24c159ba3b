package io.mashrabiya.media.http;

import java.nio.charset.StandardCharsets;

/// The line between two parts (RFC 2046, section 5.1.1), and the last one, which has two dashes
/// more.
///
/// Leniency: nothing but the end of a picture may stand before it on its line.
final class Delimiter {
  static final String DASHES = "--";

  private final byte[] between;
  private final byte[] last;

  private Delimiter(String line) {
    this.between = line.getBytes(StandardCharsets.ISO_8859_1);
    this.last = (line + DASHES).getBytes(StandardCharsets.ISO_8859_1);
  }

  static Delimiter of(String line) {
    return new Delimiter(line.stripTrailing());
  }

  /// What the newest line of a part is.
  enum Found {
    NONE,
    BETWEEN,
    LAST;

    boolean isHere() {
      return this != NONE;
    }
  }

  Found atEndOf(PartBytes part) {
    if (!part.endsLine()) {
      return Found.NONE;
    }
    if (part.lineIs(last)) {
      return Found.LAST;
    }
    return part.lineIs(between) ? Found.BETWEEN : Found.NONE;
  }

  /// What the part held before this delimiter.
  byte[] before(PartBytes part, Found found) {
    return part.before(found == Found.LAST ? last : between);
  }
}
