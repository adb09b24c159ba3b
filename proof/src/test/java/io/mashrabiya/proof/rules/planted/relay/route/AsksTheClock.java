package io.mashrabiya.proof.rules.planted.relay.route;

import java.time.Instant;

final class AsksTheClock {
  Instant decide() {
    return Instant.now();
  }
}
