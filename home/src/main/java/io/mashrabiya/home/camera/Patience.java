package io.mashrabiya.home.camera;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.PlayOutcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// When a stream may be tried again. It outlives who tries, so that nobody who begins anew asks a
/// camera more often than one who goes on.
///
/// One thread at a time tries; any may ask whether it may.
final class Patience {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration MOST_WAIT = Duration.ofSeconds(30);

  /// Asking again with a password that was refused locks many cameras.
  private static final Duration HOPELESS_WAIT = Duration.ofMinutes(5);

  private final CaptureClock clock;
  private final Pause pause;
  private final Backoff backoff = new Backoff(FIRST_WAIT, MOST_WAIT, RANDOM::nextDouble);
  private volatile long overAtMicros = Long.MIN_VALUE;

  Patience(CaptureClock clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /// A try came to this.
  void after(PlayOutcome outcome) {
    after(outcome.worthRetrying());
  }

  /// A try came to nothing.
  ///
  /// @param worthRetrying whether another may help by itself
  void after(boolean worthRetrying) {
    Duration wait = worthRetrying ? backoff.next() : HOPELESS_WAIT;
    overAtMicros = clock.nowMicros() + Math.ceilDiv(wait.toNanos(), 1_000L);
  }

  /// It went well for a while: the next trouble is a new one.
  void reset() {
    backoff.reset();
  }

  boolean isOver() {
    return clock.nowMicros() >= overAtMicros;
  }

  /// Waits until the next try may be, or until `closed` opens.
  void rest(CountDownLatch closed) throws InterruptedException {
    if (!isOver()) {
      long leftMicros = overAtMicros - clock.nowMicros();
      pause.await(Duration.ofNanos(leftMicros * 1_000), closed);
    }
  }
}
