package io.mashrabiya.bench.measure;

import java.util.Map;

/// The median of each candidate of a [Contest].
public record Medians(Map<String, Double> byName) {
  public Medians {
    byName = Map.copyOf(byName);
  }

  /// The median of this candidate.
  ///
  /// @throws IllegalArgumentException if nobody of this name took part
  public double of(String candidate) {
    Double median = byName.get(candidate);
    if (median == null) {
      throw new IllegalArgumentException(candidate + " did not take part: " + byName.keySet());
    }
    return median;
  }
}
