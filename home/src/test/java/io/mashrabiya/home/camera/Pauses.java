package io.mashrabiya.home.camera;

import io.mashrabiya.home.Eventually;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Pauses that last until the test ends them, however long they were to be.
final class Pauses implements Pause {
  private final BlockingQueue<Duration> begun = new LinkedBlockingQueue<>();
  private final Semaphore over = new Semaphore(0);

  @Override
  public void await(Duration wait, CountDownLatch closed) throws InterruptedException {
    begun.add(wait);
    while (closed.getCount() > 0 && !over.tryAcquire(5, TimeUnit.MILLISECONDS)) {
      // the test has not said a word yet
    }
  }

  /// Waits until a pause begins, and says how long it is to be.
  Duration next() throws InterruptedException {
    Duration wait = begun.poll(Eventually.GUARD.toSeconds(), TimeUnit.SECONDS);
    if (wait == null) {
      throw new AssertionError("the camera never paused");
    }
    return wait;
  }

  /// Ends the pause that there is, or the next.
  void end() {
    over.release();
  }

  boolean none() {
    return begun.isEmpty();
  }
}
