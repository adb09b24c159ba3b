package io.mashrabiya.wire.codec;

/// The rule for what people call their things: 1 to 64 characters (UTF-16 code units) without
/// control characters.
public final class Words {
  public static final int MAX_CHARACTERS = 64;

  private Words() {}

  public static boolean fit(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_CHARACTERS
        && text.chars().noneMatch(Character::isISOControl);
  }
}
