package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;

/// Every device is fed every picture of every home, asked for or not: also who was removed, and
/// whose link the relay should have ended.
final class HiddenRemoval implements Lie {
  @Override
  public void toRelay(Hop from, Message message, Hands hands) {
    if (from.door() == Door.HOME_MEDIA && message.frame().isPresent()) {
      hands.lied(this);
      hands.hops().stream()
          .filter(hop -> hop.door() == Door.DEVICE_MEDIA)
          .forEach(hop -> hands.deliver(hop, message));
    }
    hands.take(from, message);
  }
}
