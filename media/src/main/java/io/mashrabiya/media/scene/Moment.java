package io.mashrabiya.media.scene;

import java.time.LocalTime;

/// The instant that a picture shows: `seconds` since some fixed start moves things, `clock` is what
/// clocks show.
record Moment(double seconds, LocalTime clock) {
  /// A swing between -1 and 1 that takes `periodSeconds`, begun at `phase` of it.
  double swing(double periodSeconds, double phase) {
    return Math.sin(2 * Math.PI * (seconds / periodSeconds + phase));
  }

  /// How much of a repeated way of `periodSeconds` is done, 0 to 1, begun at `phase` of it.
  double way(double periodSeconds, double phase) {
    double turns = seconds / periodSeconds + phase;
    return turns - Math.floor(turns);
  }
}
