package io.mashrabiya.home.camera;

import io.mashrabiya.media.PlayOutcome;

/// Playing a camera ended by a mistake in this program.
record FaultOfOurs() implements PlayOutcome {
  @Override
  public String words() {
    return "A fault of Mashrabiya's own ended it, not the camera; it is tried again. The log says more: please report it.";
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
