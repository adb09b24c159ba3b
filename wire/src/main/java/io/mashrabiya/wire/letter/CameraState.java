package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Malformed;

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
  UNSUPPORTED,
  /// Its people have closed it: the home does not even read it.
  PRIVATE;

  /// As the wire has it.
  public String text() {
    return EnumWords.of(this);
  }

  public static CameraState parse(String text) throws Malformed {
    return EnumWords.parse("camera.state", text, values());
  }
}
