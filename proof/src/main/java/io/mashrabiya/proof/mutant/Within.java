package io.mashrabiya.proof.mutant;

import io.mashrabiya.proof.lie.Lies;
import io.mashrabiya.proof.world.History;
import io.mashrabiya.proof.world.Lie;
import io.mashrabiya.proof.world.Outcome;
import io.mashrabiya.proof.world.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Plays histories on this side of a [MutantLoader]. What it is given and answers is of the JDK, so
/// that both sides know it.
public final class Within implements BiFunction<Long, Long, String> {
  private static final long DELIVERIES_OF_ONE = 1_100;

  /// A few in each history, all of them in turn: each then has time enough to do harm.
  private static final int LIES_OF_ONE = 3;

  /// Called by name.
  public Within() {}

  /// The number of deliveries, and the promise that was broken if one was.
  @Override
  public String apply(Long seed, Long mostDeliveries) {
    long deliveries = 0;
    try {
      for (long next = seed; deliveries < mostDeliveries; next++) {
        long most = Math.min(DELIVERIES_OF_ONE, mostDeliveries - deliveries);
        Outcome outcome = history(next, most).run();
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

  /// A short one, full of what checks are there for.
  public static History history(long seed) {
    return history(seed, DELIVERIES_OF_ONE);
  }

  private static History history(long seed, long mostDeliveries) {
    return new History(seed, Pace.BUSY, () -> some(seed), mostDeliveries);
  }

  private static List<Lie> some(long number) {
    List<Lie> all = Lies.all();
    List<Lie> some = new ArrayList<>();
    for (int i = 0; i < LIES_OF_ONE; i++) {
      some.add(all.get(Math.floorMod(number * LIES_OF_ONE + i, all.size())));
    }
    return some;
  }
}
