package io.mashrabiya.app.command.recovery;

/// What a room says of why it cannot go on, as a sentence for a person.
final class Sentence {
  private Sentence() {}

  static String of(String why) {
    return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
  }
}
