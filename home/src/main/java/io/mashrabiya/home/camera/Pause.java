package io.mashrabiya.home.camera;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How a camera's thread spends the time between two tries.
@FunctionalInterface
interface Pause {
  /// As long as it says.
  Pause REAL = (wait, closed) -> closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);

  /// Returns when the pause is over, or as soon as `closed` opens.
  void await(Duration wait, CountDownLatch closed) throws InterruptedException;
}
