package io.mashrabiya.proof.model;

import java.time.Duration;
import java.util.List;

/// What Alloy found for one command of a model.
///
/// @param name of the command: `Promise`, `wide_Promise` for the same in a wider scope, or
///   `Promise_Rule` where that rule is dropped
/// @param isCheck whether an instance speaks against a promise; else it is an example
/// @param scope how many of everything were tried
/// @param expected whether the model says that there is an instance
/// @param found whether there is one
/// @param story the instance; empty when there is none
record Finding(
    String model,
    String name,
    boolean isCheck,
    String scope,
    boolean expected,
    boolean found,
    Duration took,
    List<String> story) {
  boolean isAsExpected() {
    return expected == found;
  }

  /// Whether one of our checks was dropped for it.
  boolean isWithout() {
    return isCheck && expected;
  }

  /// Whether the story comes to what a promise says can never be.
  boolean endsWrong() {
    return !story.isEmpty() && Step.isWrong(story.getLast());
  }

  /// What it is about, in words.
  String title() {
    return Model.isWide(name)
        ? name.replaceFirst("wide_", "") + ", wider"
        : name.replaceFirst("_", isWithout() ? " without " : ": ");
  }

  /// What was found, in words.
  String verdict() {
    if (!isAsExpected()) {
      return found ? "BROKEN" : "NOTHING FOUND";
    }
    return isCheck ? (found ? "broken" : "holds") : "found";
  }
}
