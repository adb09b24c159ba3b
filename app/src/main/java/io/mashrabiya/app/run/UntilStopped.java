package io.mashrabiya.app.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Holds a command until Ctrl-C, and the process until the command has put everything away.
///
/// A signal runs the shutdown hook on a thread of its own: it lets the waiting command go on to its
/// `finally` and waits until that is done, but no longer than [#PATIENCE]. Whatever is cut off then
/// is a goodbye; what must last is on the disk before anybody is told of it.
public final class UntilStopped implements AutoCloseable {
  /// How long putting away may take after Ctrl-C.
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopped, "stop");

  private UntilStopped() {}

  /// From here on Ctrl-C waits for [#close]. Before it the process simply ends, which is right
  /// while a person is still being asked for something.
  public static UntilStopped begin() {
    var until = new UntilStopped();
    try {
      Runtime.getRuntime().addShutdownHook(until.hook);
    } catch (IllegalStateException alreadyStopping) {
      until.stop.countDown();
    }
    return until;
  }

  /// The command is done by itself: as if the process were asked to stop.
  public void finish() {
    stop.countDown();
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
      closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
