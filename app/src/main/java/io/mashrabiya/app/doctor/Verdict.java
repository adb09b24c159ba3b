package io.mashrabiya.app.doctor;

import io.mashrabiya.words.Sentence;

/// What an examination came to, in sentences for a person. None of them holds a password.
public sealed interface Verdict {
  /// What was found.
  Sentence found();

  /// All is well.
  record Ok(Sentence found) implements Verdict {}

  /// It works, and would work better.
  ///
  /// @param remedy what to do
  record Advice(Sentence found, Sentence remedy) implements Verdict {}

  /// It does not work.
  ///
  /// @param remedy what to do
  record Fault(Sentence found, Sentence remedy) implements Verdict {}

  /// Nobody knows.
  ///
  /// @param found why not
  record NotExamined(Sentence found) implements Verdict {}

  /// A fault of which somebody else spoke in two sentences or more: the first says what it is, the
  /// others what to do.
  ///
  /// @param otherwise what to do where there is only one
  static Fault fault(Sentence words, Sentence otherwise) {
    return new Fault(words.first(), words.rest().isEmpty() ? otherwise : words.rest());
  }
}
