package io.mashrabiya.wire.codec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as the wire has them: whole microseconds since 1970 UTC.
public final class Micros {
  private Micros() {}

  public static long of(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
