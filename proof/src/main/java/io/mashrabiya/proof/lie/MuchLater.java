package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.HomeHears;
import java.time.Duration;

/// The relay keeps letters until their home has forgotten that it had them, and hands them to it
/// once more.
final class MuchLater implements Lie {
  private static final Duration FORGOTTEN = Duration.ofSeconds(62);

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    hands.deliver(to, message);
    if (to.door() == Door.HOME
        && message.toHome().filter(HomeHears.Post.class::isInstance).isPresent()) {
      hands.after(FORGOTTEN, () -> again(to, message, hands));
    }
  }

  private void again(Hop then, Message message, Hands hands) {
    hands.hops().stream()
        .filter(hop -> hop.door() == Door.HOME && hop.party().equals(then.party()))
        .forEach(hop -> {
          hands.lied(this);
          hands.deliver(hop, message);
        });
  }
}
