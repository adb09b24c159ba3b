package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import java.time.Duration;

/// Each message takes a time of its own.
final class Reordered implements Lie {
  private static final Duration MOST = Duration.ofMillis(700);

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    hands.lied(this);
    hands.after(hands.chance().between(Duration.ZERO, MOST), () -> hands.deliver(to, message));
  }

  @Override
  public void toRelay(Hop from, Message message, Hands hands) {
    hands.after(hands.chance().between(Duration.ZERO, MOST), () -> hands.take(from, message));
  }
}
