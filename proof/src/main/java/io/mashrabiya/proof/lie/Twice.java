package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;

/// Everything that is said to anybody comes twice.
final class Twice implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    hands.lied(this);
    hands.deliver(to, message);
    hands.deliver(to, message);
  }
}
