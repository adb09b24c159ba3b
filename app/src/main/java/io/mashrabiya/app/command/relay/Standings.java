package io.mashrabiya.app.command.relay;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;

/// How a household stands with a relay.
final class Standings {
  private Standings() {}

  /// In a word.
  static Sentence word(String standing) {
    return switch (standing) {
      case "admitted" -> say("admitted");
      case "suspended" -> say("suspended");
      case "not-admitted" -> say("not-admitted");
      default -> Sentence.quoted(standing);
    };
  }

  /// A further sentence after something was decided, where it stands in another way than one
  /// expects; or nothing.
  static Sentence words(String standing, String expected) {
    if (standing.equals(expected)) {
      return Sentence.NOTHING;
    }
    return switch (standing) {
      case "suspended" -> say("It is suspended all the same; `relay resume` ends that.");
      case "not-admitted" -> say("It is not taken in all the same; `relay admit` does that.");
      default -> Sentence.NOTHING;
    };
  }
}
