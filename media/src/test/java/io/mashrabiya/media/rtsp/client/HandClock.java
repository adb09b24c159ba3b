package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until a test moves it on.
final class HandClock implements CaptureClock {
  private final AtomicLong micros = new AtomicLong(Playing.CLOCK.nowMicros());

  void moveOn(Duration by) {
    micros.addAndGet(by.toNanos() / 1_000);
  }

  @Override
  public long nowMicros() {
    return micros.get();
  }
}
