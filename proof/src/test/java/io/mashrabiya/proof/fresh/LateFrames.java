package io.mashrabiya.proof.fresh;

import io.mashrabiya.proof.middle.Feeder;
import io.mashrabiya.proof.middle.Passage;
import io.mashrabiya.proof.world.Message;
import java.time.Duration;

/// Hands out each frame late, and letters in time: a cache that has fallen behind.
final class LateFrames extends Feeder {
  private volatile Duration delay = Duration.ZERO;

  /// From now on.
  void delayBy(Duration value) {
    delay = value;
  }

  @Override
  protected void feed(Passage passage, Message frame) {
    if (delay.isZero()) {
      passage.fromRelay(frame);
    } else {
      passage.after(delay, () -> passage.fromRelay(frame));
    }
  }
}
