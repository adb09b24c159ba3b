package io.mashrabiya.proof.fresh;

import io.mashrabiya.proof.middle.Mischief;
import io.mashrabiya.proof.middle.Passage;
import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Message;
import java.time.Duration;

/// Hands out everything late that is for devices, the home's answers too, so that these agree with
/// the late pictures.
final class LateEverything implements Mischief {
  private volatile Duration delay = Duration.ZERO;

  /// From now on.
  void delayBy(Duration value) {
    delay = value;
  }

  @Override
  public void fromRelay(Passage passage, Message message) {
    boolean isForHome = passage.door() == Door.HOME || passage.door() == Door.HOME_MEDIA;
    if (isForHome || delay.isZero()) {
      passage.fromRelay(message);
    } else {
      passage.after(delay, () -> passage.fromRelay(message));
    }
  }
}
