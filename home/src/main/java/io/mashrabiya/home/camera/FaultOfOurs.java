package io.mashrabiya.home.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.words.Sentence;

/// Playing a camera ended by a mistake in this program.
record FaultOfOurs() implements PlayOutcome {
  @Override
  public Sentence words() {
    return say("A fault of Mashrabiya's own ended it, not the camera; it is tried again.")
        .then("The log says more: please report it.");
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
