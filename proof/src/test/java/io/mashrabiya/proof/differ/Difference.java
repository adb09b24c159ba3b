package io.mashrabiya.proof.differ;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// An input that one implementation takes otherwise than the other.
record Difference(String format, byte[] input, String java, String viewer) {
  private static final int MOST_CHARACTERS = 2_000;

  @Override
  public String toString() {
    return """

    %s: the two do not agree
      Java says    %s
      viewer says  %s
      input, text  %s
      input, hex   %s
    """
        .formatted(
            format,
            cut(java),
            cut(viewer),
            cut(new String(input, StandardCharsets.UTF_8)),
            cut(HexFormat.of().formatHex(input)));
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS) + "... of " + text.length();
  }
}
