package io.mashrabiya.proof.world;

import java.time.Duration;

/// How much happens in a history, beside how much is seen in it.
///
/// @param picture how often each camera takes one
/// @param leastDeed between two deeds of people
/// @param mostDeed the same
public record Pace(Duration picture, Duration leastDeed, Duration mostDeed) {
  /// So much that a missing check is soon found out.
  public static final Pace BUSY =
      new Pace(Duration.ofSeconds(4), Duration.ofMillis(100), Duration.ofMillis(1_200));

  /// Mostly pictures.
  public static final Pace STEADY =
      new Pace(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofSeconds(4));
}
