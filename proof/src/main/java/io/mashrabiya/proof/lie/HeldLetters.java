package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.DeviceHears;

/// Pictures and their keys go on coming while no letter of the home's does: whoever looks cannot
/// know whether the home still stands by them.
final class HeldLetters implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (to.door() == Door.DEVICE && isLetter(message)) {
      hands.lied(this);
    } else {
      hands.deliver(to, message);
    }
  }

  private static boolean isLetter(Message message) {
    return message.toDevice().filter(DeviceHears.Post.class::isInstance).isPresent();
  }
}
