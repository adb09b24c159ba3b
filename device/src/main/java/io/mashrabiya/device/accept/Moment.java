package io.mashrabiya.device.accept;

import java.time.Duration;

/// One reading of the device's two clocks, each from a beginning of its own.
///
/// @param monotonic set by nobody, but on many devices it stops in sleep
/// @param wall goes on in sleep, but may be set
public record Moment(Duration monotonic, Duration wall) {
  /// The larger of what both say: neither a sleep nor a clock that was set back makes it too small.
  public Duration since(Moment earlier) {
    Duration byMonotonic = monotonic.minus(earlier.monotonic);
    Duration byWall = wall.minus(earlier.wall);
    return byMonotonic.compareTo(byWall) > 0 ? byMonotonic : byWall;
  }

  /// How far the two disagree about the time since then.
  Duration gapSince(Moment earlier) {
    return monotonic.minus(earlier.monotonic).minus(wall.minus(earlier.wall)).abs();
  }
}
