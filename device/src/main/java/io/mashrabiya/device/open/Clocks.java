package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Moment;
import java.time.Duration;
import java.time.Instant;

/// The device's two clocks. Tests hand in their own.
@FunctionalInterface
public interface Clocks {
  Moment now();

  /// What the wall clock shows.
  default Instant wall() {
    return Instant.EPOCH.plus(now().wall());
  }

  static Clocks ofSystem() {
    return () ->
        new Moment(
            Duration.ofNanos(System.nanoTime()), Duration.ofMillis(System.currentTimeMillis()));
  }
}
