package io.mashrabiya.wire.enrol;

import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Malformed;

/// What a device may do. Until rights come, every device holds all of them.
public enum Right {
  LISTEN,
  /// Invite, remove, settings.
  MANAGE,
  TALK,
  VIEW;

  /// As the wire has it.
  public String text() {
    return EnumWords.of(this);
  }

  public static Right parse(String text) throws Malformed {
    return EnumWords.parse("right", text, values());
  }
}
