package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;

/// Letters to the home come again, a moment later or much later: what was asked for once would be
/// done twice, a camera that was opened again be closed, a guest who was limited be let in.
final class AskedTwice implements Lie {
  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    hands.deliver(to, message);
    if (to.door() == Door.HOME && hands.chance().oneIn(2)) {
      Picking.passed(
              hands,
              one ->
                  one.isToParty()
                      && one.hop().party().equals(to.party())
                      && one.hop().door() == Door.HOME)
          .ifPresent(before -> {
            hands.lied(this);
            hands.deliver(to, before.message());
          });
    }
  }
}
