package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Malformed;

/// What a session is for. Looking and listening are opened apart, so that nothing is sent, and
/// later nothing written down, that nobody asked for.
public enum Purpose {
  /// Pictures, live and still.
  VIEW,
  /// Sound.
  LISTEN;

  /// As the wire has it.
  public String text() {
    return EnumWords.of(this);
  }

  public static Purpose parse(String text) throws Malformed {
    return EnumWords.parse("open.purpose", text, values());
  }
}
