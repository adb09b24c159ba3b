package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Moment;
import java.time.Duration;

/// The device's two clocks. Tests hand in their own.
@FunctionalInterface
public interface Clocks {
  Moment now();

  static Clocks ofSystem() {
    return () ->
        new Moment(
            Duration.ofNanos(System.nanoTime()), Duration.ofMillis(System.currentTimeMillis()));
  }
}
