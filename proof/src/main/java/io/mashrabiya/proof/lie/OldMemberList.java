package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;

/// The relay keeps the member list of before, so that whoever was removed is let in again.
final class OldMemberList implements Lie {
  @Override
  public void toRelay(Hop from, Message message, Hands hands) {
    if (from.door() == Door.HOME
        && message instanceof Message.Text(String text)
        && text.contains("\"members\"")) {
      hands.lied(this);
    } else {
      hands.take(from, message);
    }
  }
}
