package io.mashrabiya.relay.link;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.ToldException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How other threads call the relay's one event loop, and wait for it.
public final class EventLoop {
  private static final Duration GUARD = Duration.ofSeconds(30);

  private EventLoop() {}

  /// Does the work on the loop, and waits until it is done.
  public static <T> T call(Vertx vertx, Callable<T> work) throws IOException {
    return await(
        Future.future(promise ->
            vertx.runOnContext(start -> {
              try {
                promise.complete(work.call());
              } catch (Exception e) {
                promise.fail(e);
              }
            })));
  }

  /// Waits for what the loop will complete.
  ///
  /// @throws IOException when that failed, or takes too long
  public static <T> T await(Future<T> future) throws IOException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(GUARD.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new ToldException(say("the relay's loop does not answer"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
