package io.mashrabiya.relay.tally;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How many frames came and went each second, on the average of the last ten seconds. Pure and not
/// thread-safe.
public final class Pace {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private record Sample(Duration at, long taken, long delivered) {}

  private final Deque<Sample> samples = new ArrayDeque<>();

  /// To be called a few times each second.
  public void sample(Tally tally, Duration now) {
    samples.addLast(
        new Sample(now, tally.of(Count.FRAMES_TAKEN), tally.of(Count.FRAMES_DELIVERED)));
    while (now.minus(samples.getFirst().at).compareTo(WINDOW) > 0) {
      samples.removeFirst();
    }
  }

  /// From homes.
  public double takenPerSecond() {
    return samples.isEmpty() ? 0 : perSecond(samples.getLast().taken - samples.getFirst().taken);
  }

  /// To devices.
  public double deliveredPerSecond() {
    return samples.isEmpty()
        ? 0
        : perSecond(samples.getLast().delivered - samples.getFirst().delivered);
  }

  private double perSecond(long frames) {
    var took = samples.getLast().at.minus(samples.getFirst().at);
    return took.isZero() ? 0 : frames / (took.toNanos() / 1e9);
  }
}
