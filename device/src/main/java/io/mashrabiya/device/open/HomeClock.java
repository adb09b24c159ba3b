package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Moment;
import java.time.Duration;
import java.time.Instant;

/// The home's clock as this device reckons it, good enough for the 30 s that the home allows. Pure;
/// not for two threads at once.
final class HomeClock {
  /// A reading of the home's clock, and when it came; before the first, the device's own wall
  /// clock.
  private Instant home = Instant.EPOCH;

  private Duration ownWall = Duration.ZERO;

  Instant at(Moment now) {
    return home.plus(now.wall().minus(ownWall));
  }

  void heard(Instant clock, Moment now) {
    home = clock;
    ownWall = now.wall();
  }
}
