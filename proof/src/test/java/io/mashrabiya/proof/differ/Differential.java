package io.mashrabiya.proof.differ;

import io.mashrabiya.proof.differ.Contest.Outcome;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.Tab;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What `./dev fuzz differential` runs: all formats in turn, from ever new seeds, until the time is
/// over or two implementations do not agree.
final class Differential {
  private static final int INPUTS = 20_000;

  private Differential() {}

  /// @param arguments the seconds it may take, and the first seed
  public static void main(String[] arguments) {
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[0]));
    long seed = Long.parseLong(arguments[1]);
    try (Chromium chromium = Chromium.open();
        Tab tab = chromium.newTab();
        ViewerJudges viewer = ViewerJudges.in(tab.page())) {
      System.exit(run(new Contest(viewer), time, seed) ? 0 : 1);
    }
  }

  private static boolean run(Contest contest, Duration time, long first) {
    long end = System.nanoTime() + time.toNanos();
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (long seed = first; ; seed++) {
      for (Format format : Formats.ALL) {
        if (System.nanoTime() > end) {
          report(outcomes);
          return true;
        }
        Outcome outcome = contest.of(format, seed, INPUTS / format.cost());
        outcomes.merge(format.name(), outcome, Outcome::and);
        if (!outcome.differences().isEmpty()) {
          outcome.differences().forEach(System.out::println);
          System.out.println("FOUND SOMETHING in " + format + ", seed " + seed);
          return false;
        }
      }
    }
  }

  private static void report(Map<String, Outcome> outcomes) {
    outcomes.forEach((format, outcome) ->
        System.out.printf(
            "  %-16s %,12d inputs, %,12d of them understood, by both alike%n",
            format, outcome.inputs(), outcome.understood()));
    System.out.printf(
        "stat::number_of_executed_units: %d%n",
        outcomes.values().stream().mapToLong(Outcome::inputs).sum());
  }
}
