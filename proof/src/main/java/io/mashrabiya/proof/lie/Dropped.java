package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;

/// One message in four reaches nobody.
final class Dropped implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (hands.chance().oneIn(4)) {
      hands.lied(this);
    } else {
      hands.deliver(to, message);
    }
  }
}
