package io.mashrabiya.media.worker;

import java.time.Duration;

/// A clock that only rises, from an arbitrary beginning.
@FunctionalInterface
interface ElapsedTime {
  /// The machine's.
  ElapsedTime SYSTEM = () -> Duration.ofNanos(System.nanoTime());

  Duration now();
}
