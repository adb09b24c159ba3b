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

  /// So many runs of that length are tried, each from seeds of its own: what is rare (a home that
  /// is silent for a while, a copy that is put back) is not in every one.
  private static final int MOST_RUNS = 8;

  private static final long BETWEEN_RUNS = 100;

  private HuntAll() {}

  public static void main(String[] arguments) throws Exception {
    Seeds.install();
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20;
    out.println("seed " + seed);
    out.printf(Locale.ROOT, "%-56s %-18s %10s %6s%n", "without", "broke", "deliveries", "seed");
    String whole = new Within().apply(seed, MOST_DELIVERIES);
    if (whole.contains(" ")) {
      out.println("with all of them a promise is broken: " + whole);
      System.exit(1);
    }
    List<Hunt.Catch> survivors = new ArrayList<>();
    for (Mutant mutant : Mutants.all()) {
      long from = seed;
      Hunt.Catch caught = Hunt.of(mutant, from, MOST_DELIVERIES);
      for (int run = 1; run < MOST_RUNS && !caught.isCaught(); run++) {
        from = seed + run * BETWEEN_RUNS;
        caught = Hunt.of(mutant, from, MOST_DELIVERIES);
      }
      out.printf(
          Locale.ROOT,
          "%-56s %-18s %,10d %6d%n",
          mutant.name(),
          caught.isCaught() ? caught.by() : "nothing",
          caught.deliveries(),
          from);
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
