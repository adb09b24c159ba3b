package io.mashrabiya.media.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How the time between two questions is spent.
@FunctionalInterface
interface Rest {
  /// As long as it says.
  Rest REAL = (rest, closed) -> closed.await(rest.toNanos(), TimeUnit.NANOSECONDS);

  /// Returns when the rest is over, or as soon as `closed` opens.
  void await(Duration rest, CountDownLatch closed) throws InterruptedException;
}
