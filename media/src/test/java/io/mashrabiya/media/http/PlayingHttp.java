package io.mashrabiya.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtp.StreamCounters;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A client that plays on a thread of its own. Its clock stands still unless the test moves it, and
/// rests between two questions last until the test ends them.
final class PlayingHttp implements AutoCloseable {
  static final Duration GUARD = Duration.ofSeconds(15);

  final AtomicLong nowMicros = new AtomicLong(1_000_000_000_000L);
  private final AtomicLong looks = new AtomicLong();
  final StreamCounters counters = new StreamCounters();
  final BlockingQueue<Duration> rests = new LinkedBlockingQueue<>();
  private final Semaphore restOver = new Semaphore(0);
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<HttpOutcome> outcome = new CompletableFuture<>();
  private final HttpCameraClient client;

  private PlayingHttp(
      HttpAddress address, Optional<Credentials> credentials, NewestSnapshot newest) {
    CaptureClock clock =
        () -> {
          looks.incrementAndGet();
          return nowMicros.get();
        };
    client =
        new HttpCameraClient(
            address, credentials, HttpSettings.DEFAULT, clock, counters, newest, this::rest);
  }

  static PlayingHttp of(HttpAddress address) {
    return new PlayingHttp(address, Optional.empty(), new NewestSnapshot()).start();
  }

  static PlayingHttp of(HttpAddress address, NewestSnapshot newest) {
    return new PlayingHttp(address, Optional.empty(), newest).start();
  }

  static PlayingHttp of(HttpAddress address, Credentials credentials) {
    return new PlayingHttp(address, Optional.of(credentials), new NewestSnapshot()).start();
  }

  private PlayingHttp start() {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            outcome.complete(client.play(frames::add));
          } catch (RuntimeException e) {
            outcome.completeExceptionally(e);
          }
        });
    return this;
  }

  private void rest(Duration rest, CountDownLatch closed) throws InterruptedException {
    rests.add(rest);
    while (closed.getCount() > 0 && !restOver.tryAcquire(5, TimeUnit.MILLISECONDS)) {
      // the test has not said a word yet
    }
  }

  void pass(Duration time) {
    nowMicros.addAndGet(TimeUnit.NANOSECONDS.toMicros(time.toNanos()));
  }

  /// Sends a byte and lets that time pass, each time that the client has counted it, until the
  /// client has had enough; gives the time that passed.
  Duration drips(ScriptedHttpCamera.Connection connection, Duration each) throws Exception {
    Duration passed = Duration.ZERO;
    while (!outcome.isDone()) {
      long looks = looks();
      pass(each);
      passed = passed.plus(each);
      connection.drips();
      while (looks() == looks && !outcome.isDone()) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    return passed;
  }

  /// Says something, and waits until the client has looked at its clock because of it.
  void hears(ScriptedHttpCamera.Connection connection, String text) throws Exception {
    long looks = looks();
    connection.says(text);
    while (looks() == looks && !outcome.isDone()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private long looks() {
    return looks.get();
  }

  /// Waits until a rest begins, ends it and says how long it was to be.
  Duration endRest() throws InterruptedException {
    Duration rest = awaitRest();
    restOver.release();
    return rest;
  }

  void releaseRest() {
    restOver.release();
  }

  Duration awaitRest() throws InterruptedException {
    Duration rest = rests.poll(GUARD.toSeconds(), TimeUnit.SECONDS);
    assertThat(rest).as("a rest").isNotNull();
    return rest;
  }

  Frame frame() throws InterruptedException {
    Frame frame = frames.poll(GUARD.toSeconds(), TimeUnit.SECONDS);
    assertThat(frame).as("a frame").isNotNull();
    return frame;
  }

  /// Waits until there is a frame or an end; whether it was a frame.
  boolean playsOrEnds() {
    while (frames.isEmpty() && !outcome.isDone()) {
      LockSupport.parkNanos(1_000_000);
    }
    return !frames.isEmpty();
  }

  boolean noMoreFrames() {
    return frames.isEmpty();
  }

  void stop() {
    client.close();
  }

  HttpOutcome outcome() throws Exception {
    return outcome.get(GUARD.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    client.close();
  }
}
