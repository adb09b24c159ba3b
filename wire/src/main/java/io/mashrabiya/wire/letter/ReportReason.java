package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Malformed;

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
    return EnumWords.of(this);
  }

  public static ReportReason parse(String text) throws Malformed {
    return EnumWords.parse("report.reason", text, values());
  }
}
