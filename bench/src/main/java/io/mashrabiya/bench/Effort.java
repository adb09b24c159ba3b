package io.mashrabiya.bench;

import java.time.Duration;

/// How long to measure.
///
/// @param rounds how often each candidate has its turn; the figure is the median over them
/// @param warmUp how long each candidate works before the first round
/// @param turn how long one turn lasts
public record Effort(int rounds, Duration warmUp, Duration turn) {
  public Effort {
    if (rounds < 1 || warmUp.isNegative() || !turn.isPositive()) {
      throw new IllegalArgumentException("no measuring by " + rounds + " rounds of " + turn);
    }
  }

  static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
