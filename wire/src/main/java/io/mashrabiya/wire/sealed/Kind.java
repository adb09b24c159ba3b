package io.mashrabiya.wire.sealed;

import io.mashrabiya.wire.codec.Malformed;

/// What a sealed frame is, as far as the relay must know it to skip and cache.
public enum Kind {
  /// A picture that needs no other; its group begins with it.
  KEY(1),
  /// A picture that needs all before it in its group.
  DELTA(2),
  SOUND(3),
  STILL(4);

  private final int code;

  Kind(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  static Kind of(int code) throws Malformed {
    return switch (code) {
      case 1 -> KEY;
      case 2 -> DELTA;
      case 3 -> SOUND;
      case 4 -> STILL;
      default -> throw new Malformed("sealed-frame.kind", 0);
    };
  }
}
