package io.mashrabiya.words;

import java.util.Locale;

/// A language in which sentences are read.
public interface Tongue {
  /// The language in which the sentences are written.
  Tongue ENGLISH =
      new Tongue() {
        @Override
        public Locale locale() {
          return Locale.ENGLISH;
        }

        @Override
        public String pattern(String english) {
          return english;
        }

        @Override
        public String value(String text) {
          return text;
        }
      };

  /// For names of days and months.
  Locale locale();

  /// A sentence's pattern in this language, with the same places `{0}` for its values, in an order
  /// of its own; the English one where it is not known.
  String pattern(String english);

  /// A value as it stands in a sentence: a name, a path, a number, which belong to no language.
  String value(String text);
}
