package io.mashrabiya.media.onvif.soap;

/// Text that a camera wrote, made fit for a person's screen and a log.
public final class Shown {
  private static final int MOST_CHARACTERS = 80;

  private Shown() {}

  /// At most 80 characters; control and formatting characters, which could rewrite a terminal or
  /// turn the direction of a line, become `?`. Letters of all scripts stay.
  public static String of(String hostile) {
    StringBuilder shown = new StringBuilder();
    hostile
        .strip()
        .codePoints()
        .limit(MOST_CHARACTERS)
        .forEach(c -> shown.appendCodePoint(isShown(c) ? c : '?'));
    return shown.toString();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
