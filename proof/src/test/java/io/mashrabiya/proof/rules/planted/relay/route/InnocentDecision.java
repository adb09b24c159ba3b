package io.mashrabiya.proof.rules.planted.relay.route;

import java.time.Duration;
import java.time.Instant;

/// The time it is handed is not a clock.
record InnocentDecision(Instant now, Duration patience) {
  Instant until() {
    return now.plus(patience);
  }
}
