package io.mashrabiya.proof.house;

import io.mashrabiya.media.scene.Mark;
import io.mashrabiya.media.scene.MarkListener;

/// The counter in the newest picture of one camera.
final class DrawnSoFar implements MarkListener {
  private volatile long counter;

  @Override
  public void drawn(Mark mark, long drawnAtMicros) {
    counter = Integer.toUnsignedLong(mark.counter());
  }

  long counter() {
    return counter;
  }
}
