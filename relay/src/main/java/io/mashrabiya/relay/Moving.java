package io.mashrabiya.relay;

import io.mashrabiya.relay.link.EventLoop;
import io.mashrabiya.relay.link.Loop;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// What a relay does that has taken over: it lets the homes come first, and when they are here the
/// devices, so that each device finds its home. Blocks, on a thread of its own.
record Moving(Vertx vertx, Loop loop, Predecessor leaving) {
  private static final System.Logger LOG = System.getLogger("io.mashrabiya.relay");

  /// Homes that are not here by then come when they can; devices are not kept waiting for them.
  private static final Duration HOMES = Duration.ofMillis(500);

  private static final long LOOK_AGAIN_MILLIS = 5;

  void run() {
    try {
      leaving.moveHomes();
      awaitHomes();
      leaving.moveDevices();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the relay that was replaced did not send its links over", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitHomes() throws IOException, InterruptedException {
    long until = System.nanoTime() + HOMES.toNanos();
    while (System.nanoTime() < until
        && EventLoop.call(vertx, () -> loop.introducedHomes()) < leaving.homes()) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
  }
}
