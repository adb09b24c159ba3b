package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;

/// What homes say is filed under each other's households, letters, cards and pictures alike: two
/// households are merged, or one is split.
final class CrossedHomes implements Lie {
  @Override
  public void toRelay(Hop from, Message message, Hands hands) {
    var other = Picking.other(hands, from);
    if (from.door().isForHomes() && other.isPresent() && hands.chance().oneIn(3)) {
      hands.lied(this);
      hands.take(other.get(), message);
      if (hands.chance().oneIn(2) && from.door() == Door.HOME) {
        hands.take(from, message);
      }
    } else {
      hands.take(from, message);
    }
  }
}
