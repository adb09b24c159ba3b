package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.Origin;

/// It breaks all links, and passes another relay's challenge on to whoever comes back, to come in
/// there with the proof that they answer with.
final class AnotherRelay implements Lie {
  private static final Origin OTHER = new Origin("https://other.example");

  @Override
  public void begins(Hands hands) {
    hands.hops().forEach(hands::cut);
  }

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (to.door() == Door.DEVICE
        && message.toDevice().orElse(null) instanceof DeviceHears.Ask(var nonce, var own)) {
      hands.lied(this);
      hands.deliver(to, new Message.Text(new DeviceHears.Ask(nonce, OTHER).text()));
    } else if (to.door() == Door.HOME
        && message.toHome().orElse(null) instanceof HomeHears.Ask(var nonce, var own)) {
      hands.lied(this);
      hands.deliver(to, new Message.Text(new HomeHears.Ask(nonce, OTHER).text()));
    } else {
      hands.deliver(to, message);
    }
  }
}
