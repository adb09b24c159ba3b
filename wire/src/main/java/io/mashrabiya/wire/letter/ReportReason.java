package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Malformed;
import java.util.Locale;

/// Why a viewer refused a picture.
public enum ReportReason {
  /// It was no sealed frame at all.
  MALFORMED,
  /// It did not open as the picture that was asked for.
  NOT_OPENED,
  /// It opened, but the home had not signed it.
  FORGED,
  /// It had come before, or is older than what was asked for.
  REPLAYED,
  /// No answer of the home named its epoch.
  UNKNOWN_EPOCH;

  /// As the wire has it.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static ReportReason parse(String text) throws Malformed {
    for (var value : values()) {
      if (value.text().equals(text)) {
        return value;
      }
    }
    throw new Malformed("report.reason", 0);
  }
}
