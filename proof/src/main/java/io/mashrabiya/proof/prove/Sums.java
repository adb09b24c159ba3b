package io.mashrabiya.proof.prove;

import io.mashrabiya.proof.world.Outcome;
import io.mashrabiya.proof.world.Promise;
import io.mashrabiya.wire.letter.ReportReason;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What many histories came to. Any thread may ask while others go on.
public final class Sums {
  private final Map<String, Long> lies = new TreeMap<>();
  private final Map<ReportReason, Long> refusals = new EnumMap<>(ReportReason.class);
  private final Map<Promise, Long> broken = new EnumMap<>(Promise.class);
  private final long begunNanos = System.nanoTime();
  private long histories;
  private long deliveries;
  private long seen;

  Sums() {}

  synchronized void add(Outcome outcome) {
    histories++;
    deliveries += outcome.deliveries();
    seen += outcome.seen();
    outcome.lies().forEach((lie, count) -> lies.merge(lie, count, Long::sum));
    outcome.refusals().forEach((reason, count) -> refusals.merge(reason, count, Long::sum));
    outcome.broken().ifPresent(one -> broken.merge(one.promise(), 1L, Long::sum));
  }

  synchronized long histories() {
    return histories;
  }

  synchronized long deliveries() {
    return deliveries;
  }

  /// How many promises were broken, of whatever kind.
  synchronized long brokenPromises() {
    return broken.values().stream().mapToLong(Long::longValue).sum();
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - begunNanos);
  }

  synchronized long deliveriesPerSecond() {
    return Math.round(deliveries * 1e3 / Math.max(1, took().toMillis()));
  }

  /// For a person.
  public synchronized void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%,d deliveries in %,d histories, %,d pictures seen, %d s, %,d deliveries a second%n%n",
        deliveries,
        histories,
        seen,
        took().toSeconds(),
        deliveriesPerSecond());
    out.println("lies told");
    lies.forEach((lie, count) -> out.printf(Locale.ROOT, "  %-24s %,12d%n", lie, count));
    out.println("refused by devices");
    refusals.forEach(
        (reason, count) -> out.printf(Locale.ROOT, "  %-24s %,12d%n", reason.text(), count));
    out.println("promises broken");
    for (Promise promise : Promise.values()) {
      out.printf(
          Locale.ROOT,
          "  %-24s %,12d%n",
          promise.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          broken.getOrDefault(promise, 0L));
    }
    out.flush();
  }
}
