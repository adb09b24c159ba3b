package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import java.util.EnumMap;
import java.util.Map;

/// After a request that timed out a connection pool hands each response to whoever asked next: all
/// that is for one goes to the one after it.
final class ResponseOffByOne implements Lie {
  private final Map<Door, Hop> next = new EnumMap<>(Door.class);

  @Override
  public void begins(Hands hands) {
    next.clear();
  }

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    Hop instead = next.put(to.door(), to);
    if (instead != null && instead != to && instead.isOpen()) {
      hands.lied(this);
      hands.deliver(instead, message);
    } else {
      hands.deliver(to, message);
    }
  }
}
