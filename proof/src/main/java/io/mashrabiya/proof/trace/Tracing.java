package io.mashrabiya.proof.trace;

import io.mashrabiya.proof.lie.Lies;
import io.mashrabiya.proof.mutant.Within;
import io.mashrabiya.proof.seed.Seeds;
import io.mashrabiya.proof.world.History;
import io.mashrabiya.proof.world.Outcome;
import io.mashrabiya.proof.world.Pace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Plays histories, and writes each into a file of its own: a process, because it takes all chance
/// from its seeds. Each core plays one; the name of each file is printed once it is whole, in the
/// order of their seeds.
public final class Tracing {
  private static final long DELIVERIES_OF_LONG = 25_000;

  private Tracing() {}

  /// Goes on until devices have heard so much.
  ///
  /// @param arguments the folder, the first seed, how many messages devices are to hear at least,
  ///   and which histories are long ones, mostly of pictures: each so many-th, while the others are
  ///   short and full of deeds and lies
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    Seeds.install();
    Path folder = Path.of(arguments[0]);
    long left = Long.parseLong(arguments[2]);
    long longEach = Long.parseLong(arguments[3]);
    int cores = Runtime.getRuntime().availableProcessors();
    Deque<Future<Long>> ahead = new ArrayDeque<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(cores)) {
      for (long seed = Long.parseLong(arguments[1]); left > 0; seed++) {
        while (ahead.size() < cores) {
          long next = seed + ahead.size();
          ahead.add(pool.submit(() -> record(history(next, longEach), file(folder, next))));
        }
        left -= ahead.remove().get();
        System.out.println(file(folder, seed));
      }
    }
  }

  private static Path file(Path folder, long seed) {
    return folder.resolve(seed + ".trace");
  }

  private static History history(long seed, long longEach) {
    return seed % longEach == 0
        ? new History(seed, Pace.STEADY, Lies::all, DELIVERIES_OF_LONG)
        : Within.history(seed);
  }

  /// How many messages devices heard in it.
  private static long record(History history, Path file) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
        var out = new PrintWriter(lines)) {
      var trace = new Trace(out);
      Outcome outcome = history.run(trace);
      if (outcome.broken().isPresent() || out.checkError()) {
        throw new IOException("the history of seed " + history.seed() + ": " + outcome.broken());
      }
      return trace.deliveries();
    }
  }
}
