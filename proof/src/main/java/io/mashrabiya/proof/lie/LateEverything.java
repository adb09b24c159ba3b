package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Hands;
import io.mashrabiya.proof.world.Hop;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Message;
import java.time.Duration;

/// Pictures and answers are held back together, so that an age that believes the answers would be
/// young.
final class LateEverything implements Lie {
  private static final Duration MOST = Duration.ofSeconds(9);
  private Duration late = Duration.ZERO;

  @Override
  public void begins(Hands hands) {
    late = hands.chance().between(Duration.ofSeconds(1), MOST);
  }

  @Override
  public void toParty(Hop to, Message message, Hands hands) {
    hands.lied(this);
    hands.after(late, () -> hands.deliver(to, message));
  }
}
