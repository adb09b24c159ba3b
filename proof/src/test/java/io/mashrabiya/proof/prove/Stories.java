package io.mashrabiya.proof.prove;

import io.mashrabiya.proof.lie.Lies;
import io.mashrabiya.proof.seed.Seeds;
import io.mashrabiya.proof.world.History;
import io.mashrabiya.proof.world.Pace;
import java.util.Set;

/// Plays one history after another in one process, and tells the last.
final class Stories {
  private static final long DELIVERIES = 10_000;

  private Stories() {}

  /// @param arguments the seeds
  public static void main(String[] arguments) throws Exception {
    Seeds.install();
    for (int i = 0; i < arguments.length; i++) {
      var history = new History(Long.parseLong(arguments[i]), Pace.STEADY, Lies::all, DELIVERIES);
      var story = history.run(Set.of(), true).story();
      if (i == arguments.length - 1) {
        story.forEach(System.out::println);
      }
    }
  }
}
