package io.mashrabiya.app.doctor;

/// What an examination came to, in sentences for a person. None of them holds a password.
public sealed interface Verdict {
  /// What was found.
  String found();

  /// All is well.
  record Ok(String found) implements Verdict {}

  /// It works, and would work better.
  ///
  /// @param remedy what to do
  record Advice(String found, String remedy) implements Verdict {}

  /// It does not work.
  ///
  /// @param remedy what to do
  record Fault(String found, String remedy) implements Verdict {}

  /// Nobody knows.
  ///
  /// @param found why not
  record NotExamined(String found) implements Verdict {}

  /// A fault of which somebody else spoke in two sentences or more: the first says what it is, the
  /// others what to do.
  ///
  /// @param otherwise what to do where there is only one
  static Fault fault(String words, String otherwise) {
    int end = words.indexOf(". ");
    return end < 0
        ? new Fault(words, otherwise)
        : new Fault(words.substring(0, end + 1), words.substring(end + 2));
  }
}
