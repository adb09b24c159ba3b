package io.mashrabiya.relay.rollout;

import java.util.Optional;

/// Why an operator took a step, in their own words, in one line that stays where it is printed: 1
/// to 200 characters (UTF-16 code units), not blank, none of which controls a terminal, begins a
/// line or turns the direction of what follows.
public record Reason(String text) {
  public static final int MOST_CHARACTERS = 200;

  public Reason {
    if (!fits(text)) {
      throw new IllegalArgumentException("not one line of words");
    }
  }

  /// Empty where it is none.
  public static Optional<Reason> of(String typed) {
    return fits(typed) ? Optional.of(new Reason(typed)) : Optional.empty();
  }

  public static boolean fits(String typed) {
    return !typed.isBlank()
        && typed.length() <= MOST_CHARACTERS
        && typed.codePoints().noneMatch(Reason::isUnruly);
  }

  private static boolean isUnruly(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE, // half a character
          Character.UNASSIGNED ->
          true;
      case Character.FORMAT -> turns(codePoint);
      default -> false;
    };
  }

  /// The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9, section
  /// 2); marks and joiners, which Arabic is written with, are none.
  private static boolean turns(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
