package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;

/// Replays: whatever a party, or one like it, was told before comes again.
final class Yesterday implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    hands.deliver(to, message);
    if (hands.chance().oneIn(3)) {
      Picking.often(
          hands,
          () ->
              Picking.passed(hands, one -> one.isToParty() && one.hop().door() == to.door())
                  .ifPresent(before -> {
                    hands.lied(this);
                    hands.deliver(to, before.message());
                  }));
    }
  }
}
