package io.mashrabiya.proof.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Time that passes only when nothing is left to do in it. What is due at one moment happens in the
/// order in which it was planned.
public final class Timeline {
  private static final Instant BEGINNING = Instant.ofEpochSecond(1_800_000_000);

  private record Plan(Duration at, long order, Runnable deed) {}

  private final PriorityQueue<Plan> plans =
      new PriorityQueue<>(Comparator.comparing(Plan::at).thenComparingLong(Plan::order));
  private Duration now = Duration.ZERO;
  private long planned;

  /// Since the beginning.
  public Duration now() {
    return now;
  }

  /// What every honest wall clock shows.
  public Instant wall() {
    return BEGINNING.plus(now);
  }

  public void after(Duration delay, Runnable deed) {
    plans.add(new Plan(now.plus(delay), planned++, deed));
  }

  /// Does it again and again, first after one period.
  public void every(Duration period, Runnable deed) {
    after(
        period,
        () -> {
          deed.run();
          every(period, deed);
        });
  }

  /// Goes on to the next thing; false when there is none.
  boolean step() {
    Plan next = plans.poll();
    if (next == null) {
      return false;
    }
    now = next.at;
    next.deed.run();
    return true;
  }
}
