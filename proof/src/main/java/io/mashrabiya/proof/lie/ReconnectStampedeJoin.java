package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Everything reconnects at once, and the join of links and households is wrong from then on:
/// devices hear what is for devices of others, homes what is for other homes.
final class ReconnectStampedeJoin implements Lie {
  private final Map<Hop, Hop> joined = new HashMap<>();

  @Override
  public void begins(Hands hands) {
    joined.clear();
    hands.hops().forEach(hands::cut);
  }

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    if (!joined.containsKey(to) && hands.chance().oneIn(4)) {
      Optional<Hop> other = Picking.other(hands, to);
      other.ifPresent(hop -> {
        joined.put(to, hop);
        joined.put(hop, to);
      });
    }
    Hop instead = joined.getOrDefault(to, to);
    if (instead != to) {
      hands.lied(this);
    }
    hands.deliver(instead, message);
  }
}
