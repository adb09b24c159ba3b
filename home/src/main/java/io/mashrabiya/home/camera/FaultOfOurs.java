package io.mashrabiya.home.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.PlayOutcome;

/// Playing a camera ended by a mistake in this program.
record FaultOfOurs() implements PlayOutcome {
  @Override
  public String words() {
    return say("A fault of Mashrabiya's own ended it, not the camera; it is tried again.")
        .then("The log says more: please report it.")
        .toString();
  }

  @Override
  public boolean worthRetrying() {
    return true;
  }

  @Override
  public Kind kind() {
    return Kind.ENDED;
  }
}
