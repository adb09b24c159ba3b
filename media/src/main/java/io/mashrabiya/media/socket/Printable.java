package io.mashrabiya.media.socket;

/// Text that a camera wrote, made fit for a person's screen and a log.
public final class Printable {
  private static final int MOST_CHARACTERS = 80;

  private Printable() {}

  /// At most 80 characters of printable ASCII; others become `?`.
  public static String of(String hostile) {
    String cut =
        hostile.length() > MOST_CHARACTERS ? hostile.substring(0, MOST_CHARACTERS) : hostile;
    return cut.replaceAll("[^ -~]", "?");
  }
}
