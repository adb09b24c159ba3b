package io.mashrabiya.home;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another thread is about to do, where nothing tells of it.
public final class Eventually {
  /// Far longer than anything takes that these tests wait for.
  public static final Duration GUARD = Duration.ofSeconds(30);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private Eventually() {}

  /// Returns as soon as it holds; fails after the guard time.
  public static void holds(BooleanSupplier condition) throws InterruptedException {
    long endNanos = System.nanoTime() + GUARD.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > endNanos) {
        throw new AssertionError("it never came to be");
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
