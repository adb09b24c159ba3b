package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import java.time.Duration;

/// Pictures are held back, and the home's answers are quick: an old feed beside a lively home.
final class LateFrames implements Lie {
  private static final Duration LATE = Duration.ofSeconds(4);

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (Picking.isFrameForADevice(to, message)) {
      hands.lied(this);
      hands.after(LATE, () -> hands.deliver(to, message));
    } else {
      hands.deliver(to, message);
    }
  }
}
