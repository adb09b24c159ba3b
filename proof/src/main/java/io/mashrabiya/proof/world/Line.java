package io.mashrabiya.proof.world;

import java.time.Duration;

/// One connection's way there and back. As in TCP, nothing overtakes anything on it.
final class Line {
  private final Timeline time;
  private final Chance chance;
  private Duration lastUp = Duration.ZERO;
  private Duration lastDown = Duration.ZERO;

  Line(Timeline time, Chance chance) {
    this.time = time;
    this.chance = chance;
  }

  /// In how long what a party says now reaches the relay.
  Duration up(Network network) {
    lastUp = next(lastUp, network);
    return lastUp.minus(time.now());
  }

  /// In how long what the relay says now reaches the party.
  Duration down(Network network) {
    lastDown = next(lastDown, network);
    return lastDown.minus(time.now());
  }

  private Duration next(Duration last, Network network) {
    Duration jitter =
        network.jitter().isZero() ? Duration.ZERO : chance.between(Duration.ZERO, network.jitter());
    Duration soonest = time.now().plus(network.least()).plus(jitter);
    return soonest.compareTo(last) < 0 ? last : soonest;
  }
}
