package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.sealed.Kind;
import java.util.Optional;

/// One household's newest still is handed to everybody as it stands, like thumbnails out of a store
/// whose client library mixed its connections up (2024, some 13,000 people).
final class OneStillForAll implements Lie {
  private Optional<Message> still = Optional.empty();

  @Override
  public void toRelay(Hop from, Message message, Hands hands) {
    if (from.door() == Door.HOME_MEDIA
        && message.frame().filter(frame -> frame.frame().kind() == Kind.STILL).isPresent()) {
      still = Optional.of(message);
    }
    hands.take(from, message);
  }

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (Picking.isFrameForADevice(to, message) && still.isPresent() && hands.chance().oneIn(3)) {
      Message one = still.get();
      Picking.often(
          hands,
          () -> {
            hands.lied(this);
            hands.deliver(to, one);
          });
    }
    hands.deliver(to, message);
  }
}
