package io.mashrabiya.media.worker;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another process is about to do, where nothing tells of it.
final class Eventually {
  private Eventually() {}

  /// Returns as soon as it holds; fails after far longer than that takes.
  static void holds(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Workers.LONG.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it never came true");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
