package io.mashrabiya.media.rtsp.client;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another thread is about to do, where nothing tells of it.
final class Eventually {
  private Eventually() {}

  /// Returns as soon as it holds; fails after the guard time.
  static void holds(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Playing.GUARD.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it never came true");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
