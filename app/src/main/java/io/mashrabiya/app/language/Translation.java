package io.mashrabiya.app.language;

import io.mashrabiya.words.Tongue;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A language of the catalogue that is written from right to left.
record Translation(Locale locale, Catalogue catalogue) implements Tongue {
  private static final char LEFT_TO_RIGHT_MARK = '\u200E';
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  private static final Pattern DIRECTIONS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

  /// A word in Latin letters with its signs, and those that follow it: an option, a command, an
  /// address. Not the sentence's own full stop.
  private static final Pattern LATIN =
      Pattern.compile(
          "(?<![!-'*-~])[-`'./~]*[A-Za-z0-9][!-'*-z~]*( [-`'./~]*[A-Za-z0-9][!-'*-z~]*)*"
              + "(?<=\\.\\.\\.|//|[^.,:;!?])");

  /// What looks the same in either direction.
  private static final Pattern EVEN =
      Pattern.compile("[0-9.:/]+|(?![0-9]+-)[A-Za-z0-9](.*[A-Za-z0-9])?");

  /// With a mark on both sides of each option, command or address in it that has signs at its ends,
  /// so that they stay there, and of each date.
  @Override
  public String pattern(String english) {
    return LATIN.matcher(catalogue.of(english)).replaceAll(Translation::marked);
  }

  private static String marked(MatchResult latin) {
    String text = latin.group();
    return Matcher.quoteReplacement(
        EVEN.matcher(text).matches() ? text : LEFT_TO_RIGHT_MARK + text + LEFT_TO_RIGHT_MARK);
  }

  /// Isolated (Unicode Standard Annex 9), so that a path or an address stays whole within a line
  /// that runs from right to left. It may not end that by itself.
  @Override
  public String value(String text) {
    return FIRST_STRONG_ISOLATE + DIRECTIONS.matcher(text).replaceAll("") + POP_DIRECTIONAL_ISOLATE;
  }
}
