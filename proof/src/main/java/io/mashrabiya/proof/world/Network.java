package io.mashrabiya.proof.world;

import java.time.Duration;
import java.util.List;

/// How long messages take between a party and the relay.
///
/// @param least that each takes
/// @param jitter that may come on top
record Network(Duration least, Duration jitter) {
  static final Network NEAR = new Network(Duration.ofMillis(10), Duration.ZERO);

  static final List<Network> ALL =
      List.of(
          NEAR,
          new Network(Duration.ofMillis(60), Duration.ofMillis(40)),
          new Network(Duration.ofMillis(400), Duration.ofMillis(800)),
          new Network(Duration.ofMillis(1_500), Duration.ofSeconds(2)));
}
