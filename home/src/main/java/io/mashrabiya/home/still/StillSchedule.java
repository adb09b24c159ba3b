package io.mashrabiya.home.still;

import java.time.Duration;
import java.util.OptionalLong;

/// When a camera's next still is due: at once for its first picture of this start, then each
/// interval that is asked for by then, and never twice from one picture. Pure: times are handed in,
/// in microseconds of the home's clock. Not thread-safe.
final class StillSchedule {
  private OptionalLong lastMade = OptionalLong.empty();
  private OptionalLong lastCapture = OptionalLong.empty();

  boolean isDue(long captureMicros, Duration interval, long nowMicros) {
    if (lastMade.isEmpty() || lastCapture.isEmpty()) {
      return true;
    }
    return captureMicros > lastCapture.getAsLong()
        && nowMicros - lastMade.getAsLong() >= interval.toNanos() / 1_000;
  }

  void made(long captureMicros, long nowMicros) {
    lastMade = OptionalLong.of(nowMicros);
    lastCapture = OptionalLong.of(captureMicros);
  }
}
