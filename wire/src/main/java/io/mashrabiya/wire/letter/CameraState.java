package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Malformed;
import java.util.Locale;

/// How a camera does, as its home sees it.
public enum CameraState {
  LIVE,
  CONNECTING,
  UNREACHABLE,
  /// It refused the user name or the password.
  REFUSED,
  /// It accepts and then sends nothing.
  SILENT,
  /// It has no stream that this version understands.
  UNSUPPORTED;

  /// As the wire has it.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static CameraState parse(String text) throws Malformed {
    for (var value : values()) {
      if (value.text().equals(text)) {
        return value;
      }
    }
    throw new Malformed("camera.state", 0);
  }
}
