package io.mashrabiya.relay;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.relay.folder.RelayFolder;
import io.mashrabiya.relay.link.EventLoop;
import io.mashrabiya.relay.link.Loop;
import io.mashrabiya.words.ToldException;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// How a relay leaves when another process takes its place: it listens no more while its links go
/// on, sees them off when it is told to, and ends with the last. If nobody takes its place in the
/// end, it goes on as before.
final class Departure implements Operator.Handover {
  private static final System.Logger LOG = System.getLogger("io.mashrabiya.relay");

  /// A successor that was not heard of for so long has failed.
  private static final Duration SUCCESSOR = Duration.ofSeconds(15);

  /// The longest that it waits for its links to be gone.
  private static final Duration LAST_LINK = Duration.ofSeconds(10);

  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Vertx vertx;
  private final Loop loop;
  private final RelayFolder folder;
  private final Doorway doorway;
  private final String host;
  private final Promise<Void> replaced;
  private volatile boolean isLeaving;
  private volatile boolean isFollowed;
  private volatile int port;

  Departure(
      Vertx vertx,
      Loop loop,
      RelayFolder folder,
      Doorway doorway,
      String host,
      Promise<Void> replaced) {
    this.vertx = vertx;
    this.loop = loop;
    this.folder = folder;
    this.doorway = doorway;
    this.host = host;
    this.replaced = replaced;
  }

  @Override
  public boolean isLeaving() {
    return isLeaving;
  }

  @Override
  public synchronized void handOver() throws IOException {
    if (isLeaving) {
      throw new ToldException(say("It is being replaced already."));
    }
    LOG.log(Level.INFO, "another process takes over");
    port = doorway.port();
    isLeaving = true;
    EventLoop.call(
        vertx,
        () -> {
          loop.stay();
          return true;
        });
    doorway.shut();
    folder.release();
    vertx.setTimer(SUCCESSOR.toMillis(), late -> vertx.executeBlocking(this::unlessFollowed));
  }

  /// The successor failed without a word.
  private boolean unlessFollowed() throws IOException {
    if (isLeaving && !isFollowed) {
      takeBack();
    }
    return isFollowed;
  }

  @Override
  public synchronized void takeBack() throws IOException {
    if (!isLeaving || isFollowed) {
      return;
    }
    LOG.log(Level.WARNING, "nobody took over: this relay goes on");
    folder.take();
    doorway.reopen(host, port);
    folder.publish();
    isLeaving = false;
  }

  @Override
  public void leave() {
    isFollowed = true;
    long until = System.nanoTime() + LAST_LINK.toNanos();
    vertx.setPeriodic(
        LOOK_AGAIN_MILLIS,
        timer -> {
          if (loop.gauges().links() == 0 || System.nanoTime() > until) {
            vertx.cancelTimer(timer);
            replaced.tryComplete();
          }
        });
  }
}
