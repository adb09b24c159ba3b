package io.mashrabiya.wire.codec;

import java.util.Locale;

/// How the wire writes the value of an enum: its name in lower case, with hyphens.
public final class EnumWords {
  private EnumWords() {}

  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one of `values` that the text stands for.
  public static <E extends Enum<E>> E parse(String production, String text, E[] values)
      throws Malformed {
    for (E value : values) {
      if (of(value).equals(text)) {
        return value;
      }
    }
    throw new Malformed(production, 0);
  }
}
