package io.mashrabiya.network.shape;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Both directions of a line, at whose one end the relay is.
///
/// @param outages empty: it never fails
public record Line(Way toRelay, Way fromRelay, Optional<Outages> outages) {
  /// What becomes of packets to the relay.
  ///
  /// @param seed the same makes the same line, and fails at the same times in both directions
  public Shaping shapeToRelay(long seed) {
    return new Shaping(toRelay, new OutageSchedule(outages, seed), seed);
  }

  /// What becomes of packets from the relay.
  public Shaping shapeFromRelay(long seed) {
    return new Shaping(fromRelay, new OutageSchedule(outages, seed), ~seed);
  }

  /// When the line of this seed fails: all failures that begin in its first time of that length.
  public List<Failure> failures(long seed, Duration within) {
    return new OutageSchedule(outages, seed).beginningBefore(within.toNanos());
  }

  /// How long it takes there and back on an empty line, at the mean of what varies.
  public Duration roundTrip() {
    return toRelay.meanDelay().plus(fromRelay.meanDelay());
  }
}
