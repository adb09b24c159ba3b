package io.mashrabiya.home.camera;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How long to wait before the next try: twice as long each time, up to a limit, and each time by
/// chance between half of that and all, so that many who lost the same thing do not all come back
/// in the same moment. Not thread-safe.
public final class Backoff {
  private final Duration first;
  private final Duration most;
  private final DoubleSupplier chance;
  private Duration next;

  /// @param chance numbers from 0 to below 1
  public Backoff(Duration first, Duration most, DoubleSupplier chance) {
    this.first = first;
    this.most = most;
    this.chance = chance;
    this.next = first;
  }

  public Duration next() {
    Duration wait = next;
    next = next.multipliedBy(2).compareTo(most) < 0 ? next.multipliedBy(2) : most;
    return Duration.ofNanos((long) (wait.toNanos() * (0.5 + chance.getAsDouble() / 2)));
  }

  /// It went well: the next trouble is a new one.
  public void reset() {
    next = first;
  }
}
