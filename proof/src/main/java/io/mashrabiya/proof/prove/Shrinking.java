package io.mashrabiya.proof.prove;

import io.mashrabiya.proof.world.History;
import io.mashrabiya.proof.world.Outcome;
import io.mashrabiya.proof.world.Promise;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes a history that broke a promise as short as it can: leaves out deed after deed as long as
/// the same promise is broken, no later.
final class Shrinking {
  private Shrinking() {}

  /// What happened in the shortest.
  static List<String> story(Run.Failure failure) throws IOException {
    History history = failure.history().within(failure.outcome().deliveries());
    Promise promise = failure.outcome().broken().orElseThrow().promise();
    Set<Integer> without = new HashSet<>();
    int deeds = failure.outcome().deeds();
    for (int size = Math.max(1, deeds / 4); size >= 1; size /= 2) {
      for (int from = 0; from < deeds; from += size) {
        Set<Integer> fewer = new HashSet<>(without);
        for (int i = from; i < from + size; i++) {
          fewer.add(i);
        }
        if (fewer.size() == without.size()) {
          continue;
        }
        Outcome outcome = history.run(fewer, false);
        if (breaks(outcome, promise)) {
          without = fewer;
          history = history.within(outcome.deliveries()); // no later
        }
      }
    }
    return history.run(without, true).story();
  }

  private static boolean breaks(Outcome outcome, Promise promise) {
    return outcome.broken().filter(broken -> broken.promise() == promise).isPresent();
  }
}
