package io.mashrabiya.network.measure;

import java.time.Duration;

/// What a line is believed to carry, so that no single measurement decides how much is sent.
///
/// A faster line is believed a quarter at a time. A slower one is believed at once where something
/// was late, but once for all that was on its way, and by three quarters at most: a line that stood
/// still for a while is not a slow one.
///
/// Pure: times are elapsed time, and handed in. Not thread-safe.
public final class BelievedRate {
  private static final double RISE = 0.25;
  private static final double DEEPEST_FALL = 0.25;

  private Duration fellAt = Duration.ofSeconds(Long.MIN_VALUE);
  private double bytesPerSecond;

  /// Something arrived.
  ///
  /// @param measured how fast the line carried it, in bytes a second
  /// @param isLate whether it came later than a queue explains that is wanted
  /// @param sentAt when it was sent
  public void learn(double measured, boolean isLate, Duration sentAt, Duration now) {
    if (!isKnown()) {
      bytesPerSecond = measured;
    } else if (measured >= bytesPerSecond) {
      bytesPerSecond += RISE * (measured - bytesPerSecond);
    } else if (isLate && sentAt.compareTo(fellAt) >= 0) {
      bytesPerSecond = Math.max(measured, DEEPEST_FALL * bytesPerSecond);
      fellAt = now;
    }
  }

  public boolean isKnown() {
    return bytesPerSecond > 0;
  }

  /// 0 while nothing is known.
  public double bytesPerSecond() {
    return bytesPerSecond;
  }
}
