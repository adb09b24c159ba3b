package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.DeviceHears;

/// A database that was rolled back: devices get the cards of before, and the old certificates.
final class OldCards implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (to.door() == Door.DEVICE && hands.chance().oneIn(2)) {
      Picking.passed(
              hands,
              one -> one.isToParty() && one.hop().door() == Door.DEVICE && isOld(one.message()))
          .ifPresent(old -> {
            hands.lied(this);
            hands.deliver(to, old.message());
          });
    }
    hands.deliver(to, message);
  }

  private static boolean isOld(Message message) {
    return message
        .toDevice()
        .filter(said -> said instanceof DeviceHears.Card || said instanceof DeviceHears.Certificate)
        .isPresent();
  }
}
