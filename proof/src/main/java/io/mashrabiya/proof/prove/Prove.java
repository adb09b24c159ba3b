package io.mashrabiya.proof.prove;

import io.mashrabiya.proof.lie.Lies;
import io.mashrabiya.proof.seed.Seeds;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/// The command behind `./dev prove`.
public final class Prove {
  private static final long USUAL_DELIVERIES = 1_000_000;

  private Prove() {}

  /// Plays, and ends with exit code 1 when a promise was broken. It says how far it is, and what it
  /// came to when somebody stops it.
  ///
  /// @param arguments `--deliveries N` and `--seed S`, each if wanted
  public static void main(String[] arguments) throws Exception {
    Seeds.install();
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    long seed = option(arguments, "--seed").orElseGet(System::nanoTime);
    long deliveries = option(arguments, "--deliveries").orElse(USUAL_DELIVERIES);
    Progress progress = Progress.begin(seed, deliveries, out);
    out.println("seed " + seed);
    Run.Result result = new Run(seed, deliveries, Lies::all, progress).play();
    progress.ends();
    result.sums().print(out);
    if (result.broken().isPresent()) {
      Run.Failure failure = result.broken().get();
      out.println();
      out.println(
          "broken in the history of seed "
              + failure.history().seed()
              + " after "
              + failure.outcome().broken().orElseThrow().afterDeliveries()
              + " deliveries; the shortest that breaks it:");
      Shrinking.story(failure).forEach(out::println);
      System.exit(1);
    }
  }

  private static OptionalLong option(String[] arguments, String name) {
    List<String> words = List.of(arguments);
    int at = words.indexOf(name);
    return at < 0 || at + 1 >= words.size()
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(words.get(at + 1).replace("_", "")));
  }
}
