package io.mashrabiya.media;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/// The home's clock, as it stamps frames: wall time at the start, then monotonic time only, so that
/// setting the machine's clock never makes a picture look younger or older than it is.
@FunctionalInterface
public interface CaptureClock {
  /// Microseconds since 1970; never goes back.
  long nowMicros();

  /// A duration in this clock's unit, rounded down.
  static long micros(Duration duration) {
    return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
  }

  /// A clock that reads `wall` once, now, and the machine's monotonic timer from then on.
  static CaptureClock startingAt(InstantSource wall) {
    long startMicros = ChronoUnit.MICROS.between(Instant.EPOCH, wall.instant());
    long startNanos = System.nanoTime();
    return () -> startMicros + (System.nanoTime() - startNanos) / 1_000;
  }
}
