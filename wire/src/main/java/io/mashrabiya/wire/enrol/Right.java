package io.mashrabiya.wire.enrol;

import io.mashrabiya.wire.codec.Malformed;
import java.util.Locale;

/// What a device may do. Until rights come, every device holds all of them.
public enum Right {
  LISTEN,
  /// Invite, remove, settings.
  MANAGE,
  TALK,
  VIEW;

  /// As the wire has it.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Right parse(String text) throws Malformed {
    for (var value : values()) {
      if (value.text().equals(text)) {
        return value;
      }
    }
    throw new Malformed("right", 0);
  }
}
