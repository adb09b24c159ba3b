package io.mashrabiya.bench.measure;

import io.mashrabiya.bench.Effort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lets candidates take turns, A B C A B C, so that whatever else the machine does meets all of
/// them alike, and takes the median of each one's turns.
public final class Contest {
  /// One who takes turns.
  @FunctionalInterface
  public interface Candidate {
    /// Works for about that long.
    ///
    /// @return what the work cost, in the unit of the figure
    double turn(Duration length) throws Exception;
  }

  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  /// Adds a candidate; in each round it follows those added before.
  public Contest with(String name, Candidate candidate) {
    candidates.put(name, candidate);
    return this;
  }

  /// Holds the contest on the calling thread.
  public Medians hold(Effort effort) throws Exception {
    for (Candidate candidate : candidates.values()) {
      if (effort.warmUp().isPositive()) {
        candidate.turn(effort.warmUp());
      }
    }
    Map<String, List<Double>> turns = new LinkedHashMap<>();
    for (int round = 0; round < effort.rounds(); round++) {
      for (var candidate : candidates.entrySet()) {
        double cost = candidate.getValue().turn(effort.turn());
        turns.computeIfAbsent(candidate.getKey(), name -> new ArrayList<>()).add(cost);
      }
    }
    return medians(turns);
  }

  private static Medians medians(Map<String, List<Double>> turns) {
    Map<String, Double> medians = new LinkedHashMap<>();
    turns.forEach((name, costs) -> {
      double[] values = costs.stream().mapToDouble(Double::doubleValue).toArray();
      medians.put(name, Samples.of(values).median());
    });
    return new Medians(medians);
  }
}
