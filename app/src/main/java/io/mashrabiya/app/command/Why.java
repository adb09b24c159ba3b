package io.mashrabiya.app.command;

import io.mashrabiya.words.Sentence;

/// What a room says of why it cannot go on, as a sentence for a person.
public final class Why {
  private Why() {}

  /// The same with a capital and a full stop.
  public static Sentence of(String why) {
    return Sentence.quoted(Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".");
  }
}
