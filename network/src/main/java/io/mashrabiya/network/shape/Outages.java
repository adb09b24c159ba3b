package io.mashrabiya.network.shape;

import java.time.Duration;
import java.util.Optional;

/// How a line fails for a while, both directions together. Nothing leaves meanwhile; what waits
/// goes on waiting, and what is under way arrives.
///
/// @param up how long the line works between two failures
/// @param down how long a failure lasts
public record Outages(Between up, Between down) {
  /// An even draw from the shortest to the longest.
  public record Between(Duration shortest, Duration longest) {
    public Between {
      if (!shortest.isPositive() || longest.compareTo(shortest) < 0) {
        throw new IllegalArgumentException("from " + shortest + " to " + longest);
      }
    }

    public static Between seconds(long shortest, long longest) {
      return new Between(Duration.ofSeconds(shortest), Duration.ofSeconds(longest));
    }

    long nanos(double draw) {
      return shortest.toNanos() + (long) (draw * (longest.toNanos() - shortest.toNanos()));
    }
  }

  /// Of a line that does not fail.
  static final Optional<Outages> NONE = Optional.empty();
}
