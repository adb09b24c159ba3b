package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.MediaMessage;

/// Devices are told that their lines carry next to nothing, then everything, then nothing again: a
/// measurement that went wrong, or a relay that would rather have another track looked at. Whoever
/// believes it asks for other tracks, over and over.
final class FalseRate implements Lie {
  private static final long[] RATES = {1, 64_000, 0, MediaMessage.Carries.MOST};

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    hands.deliver(to, message);
    if (Picking.isFrameForADevice(to, message) && hands.chance().oneIn(6)) {
      hands.lied(this);
      long rate = RATES[hands.chance().below(RATES.length)];
      hands.deliver(to, Message.of(new MediaMessage.Carries(rate)));
    }
  }
}
