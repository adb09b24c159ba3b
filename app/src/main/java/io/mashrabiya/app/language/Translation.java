package io.mashrabiya.app.language;

import io.mashrabiya.words.Tongue;
import java.util.Locale;

/// A language of the catalogue.
record Translation(Locale locale, Catalogue catalogue) implements Tongue {
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  @Override
  public String pattern(String english) {
    return catalogue.of(english);
  }

  /// Isolated (Unicode Standard Annex 9), so that a path or an address stays whole within a line
  /// that runs from right to left.
  @Override
  public String value(String text) {
    return FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE;
  }
}
