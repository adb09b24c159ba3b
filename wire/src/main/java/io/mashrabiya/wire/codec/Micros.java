package io.mashrabiya.wire.codec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Times as the wire has them: whole microseconds since 1970 UTC.
public final class Micros {
  private Micros() {}

  public static long of(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /// A time that may be missing, which is written as 0.
  public static long orZero(Optional<Instant> time) {
    return time.map(Micros::of).orElse(0L);
  }

  /// A time that is missing where 0 is written.
  public static Optional<Instant> unlessZero(long micros) {
    return micros == 0 ? Optional.empty() : Optional.of(instant(micros));
  }
}
