package io.mashrabiya.proof.mutant;

import io.mashrabiya.proof.lie.Lies;
import io.mashrabiya.proof.world.History;
import io.mashrabiya.proof.world.Outcome;
import io.mashrabiya.proof.world.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiFunction;

/// Plays histories on this side of a [MutantLoader]. What it is given and answers is of the JDK, so
/// that both sides know it.
public final class Within implements BiFunction<Long, Long, String> {
  private static final long DELIVERIES_OF_ONE = 2_500;

  /// Called by name.
  public Within() {}

  /// The number of deliveries, and the promise that was broken if one was.
  @Override
  public String apply(Long seed, Long mostDeliveries) {
    long deliveries = 0;
    try {
      for (long next = seed; deliveries < mostDeliveries; next++) {
        Outcome outcome = new History(next, Pace.BUSY, Lies::all, DELIVERIES_OF_ONE).run();
        deliveries += outcome.deliveries();
        if (outcome.broken().isPresent()) {
          return deliveries + " " + outcome.broken().get().promise();
        }
      }
      return String.valueOf(deliveries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
