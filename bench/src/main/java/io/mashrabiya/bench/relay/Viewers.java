package io.mashrabiya.bench.relay;

import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kind;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts what all viewers of one server get, and knows when all of them have a certain key frame:
/// a viewer that was slow has skipped to it. Any thread may call.
final class Viewers {
  /// Where the kind stands in a message: behind its type and the camera.
  private static final int KIND_AT = 1 + 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long delivered;
  private long newestKey = -1;
  private int haveNewestKey;

  /// One viewer got a message.
  void got(byte[] message) {
    boolean isKey = message[KIND_AT] == Kind.KEY.code();
    long number = isKey ? numberOf(message) : -1;
    lock.lock();
    try {
      delivered++;
      if (number > newestKey) {
        newestKey = number;
        haveNewestKey = 0;
      }
      if (isKey && number == newestKey) {
        haveNewestKey++;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  long delivered() {
    lock.lock();
    try {
      return delivered;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until so many viewers have the key frame of this number.
  ///
  /// @return false if they do not within that time
  boolean awaitKey(long number, int viewers, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while ((newestKey < number || haveNewestKey < viewers) && left > 0) {
        left = changed.awaitNanos(left);
      }
      return newestKey >= number && haveNewestKey >= viewers;
    } finally {
      lock.unlock();
    }
  }

  private static long numberOf(byte[] message) {
    try {
      return MediaMessage.parse(message) instanceof MediaMessage.Frame frame
          ? frame.frame().number()
          : -1;
    } catch (Malformed e) {
      throw new IllegalStateException("a server sent what is no frame", e);
    }
  }
}
