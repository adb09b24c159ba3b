package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.DeviceHears;

/// The relay keeps what newcomers and homes say to each other: a newcomer is answered with what was
/// for another one.
final class KeptInvite implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    boolean isAnswer =
        to.door() == Door.DEVICE
            && message.toDevice().filter(DeviceHears.Enrolled.class::isInstance).isPresent();
    if (isAnswer) {
      Picking.passed(
              hands,
              one ->
                  one.isToParty()
                      && one.hop() != to
                      && one.message()
                          .toDevice()
                          .filter(DeviceHears.Enrolled.class::isInstance)
                          .isPresent())
          .ifPresent(other -> {
            hands.lied(this);
            hands.deliver(to, other.message());
          });
    }
    hands.deliver(to, message);
  }
}
