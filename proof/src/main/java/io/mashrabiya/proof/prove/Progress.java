package io.mashrabiya.proof.prove;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/// Tells a person how far a long run is, and what it came to so far when it is stopped.
final class Progress implements Consumer<Sums> {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

  private final long seed;
  private final long wanted;
  private final PrintWriter out;
  private final Thread whenStopped = new Thread(this::stopped, "prove-stopped");
  private long linesDue = 1;
  private volatile Sums soFar = new Sums();

  private Progress(long seed, long wanted, PrintWriter out) {
    this.seed = seed;
    this.wanted = wanted;
    this.out = out;
  }

  /// @param seed of the first history
  /// @param wanted deliveries
  static Progress begin(long seed, long wanted, PrintWriter out) {
    var progress = new Progress(seed, wanted, out);
    Runtime.getRuntime().addShutdownHook(progress.whenStopped);
    return progress;
  }

  @Override
  public void accept(Sums sums) {
    soFar = sums;
    if (sums.took().compareTo(BETWEEN_LINES.multipliedBy(linesDue)) < 0) {
      return;
    }
    linesDue = sums.took().dividedBy(BETWEEN_LINES) + 1;
    long left = Math.max(0, wanted - sums.deliveries());
    out.printf(
        Locale.ROOT,
        "%,15d of %,d deliveries, %,d promises broken; about %d min left%n",
        sums.deliveries(),
        wanted,
        sums.brokenPromises(),
        Math.ceilDiv(left, 60 * Math.max(1, sums.deliveriesPerSecond())));
    out.flush();
  }

  /// The run is over; what it came to is told by its result.
  void ends() {
    Runtime.getRuntime().removeShutdownHook(whenStopped);
  }

  /// Histories that were under way are not in the sums, and their seeds are among those named.
  private void stopped() {
    int underWay = Runtime.getRuntime().availableProcessors();
    out.println("stopped early; of the histories that had ended:");
    soFar.print(out);
    out.println("go on with --seed " + (seed + soFar.histories() + underWay));
  }
}
