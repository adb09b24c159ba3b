package io.mashrabiya.proof.mutant;

import io.mashrabiya.proof.seed.Seeds;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The command behind `./dev prove --mutants`: a table of all checks, what found out that each was
/// missing, and how soon.
public final class HuntAll {
  /// Within so many deliveries.
  public static final long MOST_DELIVERIES = 10_000;

  private HuntAll() {}

  public static void main(String[] arguments) throws Exception {
    Seeds.install();
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20;
    out.println("seed " + seed);
    out.printf(Locale.ROOT, "%-56s %-18s %10s%n", "without", "broke", "deliveries");
    String whole = new Within().apply(seed, MOST_DELIVERIES);
    if (whole.contains(" ")) {
      out.println("with all of them a promise is broken: " + whole);
      System.exit(1);
    }
    List<Hunt.Catch> survivors = new ArrayList<>();
    for (Mutant mutant : Mutants.all()) {
      Hunt.Catch caught = Hunt.of(mutant, seed, MOST_DELIVERIES);
      out.printf(
          Locale.ROOT,
          "%-56s %-18s %,10d%n",
          mutant.name(),
          caught.isCaught() ? caught.by() : "nothing",
          caught.deliveries());
      if (!caught.isCaught()) {
        survivors.add(caught);
      }
    }
    if (!survivors.isEmpty()) {
      out.println(
          survivors.size() + " were not missed: no history needs them, or the lies are too few");
      System.exit(1);
    }
  }
}
