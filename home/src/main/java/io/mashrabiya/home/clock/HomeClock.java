package io.mashrabiya.home.clock;

import io.mashrabiya.media.CaptureClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/// The home's clock: wall time at its start, and the machine's monotonic timer from then on, so
/// that setting the machine's clock makes no picture look younger than it is.
///
/// The timer stops while a machine sleeps. [#leapt] finds that, and goes on at the wall's time.
/// Never goes back: a wall clock that was set back is followed at the next start.
public final class HomeClock implements InstantSource, CaptureClock {
  static final Duration LEAP = Duration.ofSeconds(2);

  private final InstantSource wall;
  private final LongSupplier nanos;
  private volatile Reading anchor;

  private record Reading(Instant wall, long nanos) {}

  public HomeClock(InstantSource wall) {
    this(wall, System::nanoTime);
  }

  /// @param nanos the machine's monotonic timer
  public HomeClock(InstantSource wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    this.anchor = new Reading(wall.instant(), nanos.getAsLong());
  }

  @Override
  public Instant instant() {
    Reading from = anchor;
    return from.wall().plusNanos(nanos.getAsLong() - from.nanos());
  }

  @Override
  public long nowMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant());
  }

  /// Whether the wall clock is [#LEAP] or more ahead, and if so goes on from there: the machine
  /// slept, or its clock was set forward. What was agreed before counts as before a start.
  public boolean leapt() {
    Instant now = wall.instant();
    if (Duration.between(instant(), now).compareTo(LEAP) < 0) {
      return false;
    }
    anchor = new Reading(now, nanos.getAsLong());
    return true;
  }
}
