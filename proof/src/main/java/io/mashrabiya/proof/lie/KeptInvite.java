package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.DeviceHears;
import java.util.Optional;

/// The relay keeps what newcomers and homes say to each other: a newcomer is answered with what was
/// for another one.
final class KeptInvite implements Lie {
  private Optional<Message> kept = Optional.empty();

  @Override
  public void begins(Hands hands) {
    hands.memory().stream()
        .map(Hands.Passed::message)
        .filter(KeptInvite::isAnswer)
        .findFirst()
        .ifPresent(answer -> kept = Optional.of(answer));
  }

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (to.door() == Door.DEVICE && isAnswer(message)) {
      kept.ifPresent(other -> {
        hands.lied(this);
        hands.deliver(to, other);
      });
      kept = Optional.of(message);
    }
    hands.deliver(to, message);
  }

  private static boolean isAnswer(Message message) {
    return message.toDevice().filter(DeviceHears.Enrolled.class::isInstance).isPresent();
  }
}
