package io.mashrabiya.app.run;

import java.util.concurrent.CountDownLatch;

/// Holds a command until Ctrl-C, and the process until the command has put everything away.
///
/// A signal runs the shutdown hook on a thread of its own: it lets the waiting command go on to its
/// `finally` and waits until that is done.
public final class UntilStopped implements AutoCloseable {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopped, "stop");

  private UntilStopped() {}

  public static UntilStopped begin() {
    var until = new UntilStopped();
    Runtime.getRuntime().addShutdownHook(until.hook);
    return until;
  }

  /// Returns when the process is asked to stop.
  public void await() throws InterruptedException {
    stop.await();
  }

  /// Everything is put away: the process may end.
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyStopping) {
      // then the hook runs and sees that it may end
    }
  }

  private void stopped() {
    stop.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
