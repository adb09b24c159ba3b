package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;

/// One bit of a picture is another, anywhere in it: in its name, in its seal, in what is sealed.
final class FlippedBit implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (message instanceof Message.Bytes(byte[] bytes)
        && Picking.isFrameForADevice(to, message)
        && hands.chance().oneIn(3)) {
      Picking.often(
          hands,
          () -> {
            byte[] other = bytes.clone();
            other[hands.chance().below(other.length)] ^= (byte) (1 << hands.chance().below(8));
            hands.lied(this);
            hands.deliver(to, new Message.Bytes(other));
          });
    } else {
      hands.deliver(to, message);
    }
  }
}
