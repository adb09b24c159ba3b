package io.mashrabiya.network.proxy;

import java.util.concurrent.locks.LockSupport;

/// Who takes pieces of a connection to the other side.
interface Carrier {
  /// Nothing stands in the way.
  Carrier AT_ONCE = bytes -> System.nanoTime();

  /// Takes a piece; blocks until it is under way.
  ///
  /// @param bytes its size, without headers
  /// @return when it arrives, by [System#nanoTime()]
  long carry(int bytes) throws InterruptedException;

  /// Returns at that time, by [System#nanoTime()].
  static void await(long nanos) throws InterruptedException {
    for (long rest = nanos - System.nanoTime(); rest > 0; rest = nanos - System.nanoTime()) {
      LockSupport.parkNanos(rest);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
