package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;

/// How much of a camera is of use to who looks, so that the home sends no more.
///
/// @param bitsPerSecond what the device's line carries of all that it looks at, as far as it was
///   measured, or what it may cost; 0 when nobody knows
/// @param heightPixels in which the pictures are shown; 0 when nobody knows
public record Wish(long bitsPerSecond, long heightPixels) {
  /// As much as there is.
  public static final Wish ANY = new Wish(0, 0);

  public Wish {
    if (bitsPerSecond < 0 || heightPixels < 0) {
      throw new IllegalArgumentException("less than nothing");
    }
  }

  static Wish read(Fields fields) throws Malformed {
    return new Wish(fields.whole("bitsPerSecond"), fields.whole("heightPixels"));
  }

  JsonBuilder into(JsonBuilder body) {
    return body.put("bitsPerSecond", bitsPerSecond).put("heightPixels", heightPixels);
  }
}
