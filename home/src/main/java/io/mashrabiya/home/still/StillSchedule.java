package io.mashrabiya.home.still;

import java.time.Duration;
import java.util.OptionalLong;

/// When a camera's next still is due: at once for its first picture of this start, then every
/// [#WHILE_WATCHED] while somebody looks and every [#OTHERWISE] else, and never twice from one
/// picture. Pure: times are handed in, in microseconds of the home's clock. Not thread-safe.
final class StillSchedule {
  static final Duration WHILE_WATCHED = Duration.ofSeconds(10);
  static final Duration OTHERWISE = Duration.ofMinutes(1);

  private OptionalLong lastMade = OptionalLong.empty();
  private OptionalLong lastCapture = OptionalLong.empty();

  boolean isDue(long captureMicros, boolean watched, long nowMicros) {
    if (lastMade.isEmpty() || lastCapture.isEmpty()) {
      return true;
    }
    Duration interval = watched ? WHILE_WATCHED : OTHERWISE;
    return captureMicros > lastCapture.getAsLong()
        && nowMicros - lastMade.getAsLong() >= interval.toNanos() / 1_000;
  }

  void made(long captureMicros, long nowMicros) {
    lastMade = OptionalLong.of(nowMicros);
    lastCapture = OptionalLong.of(captureMicros);
  }
}
