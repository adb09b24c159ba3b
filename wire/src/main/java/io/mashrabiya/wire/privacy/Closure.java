package io.mashrabiya.wire.privacy;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import java.time.Instant;
import java.util.Optional;

/// Why a camera is closed to everybody now.
///
/// @param since when somebody closed it; empty: the week's hours did
/// @param until when it opens by itself; empty: it does not
/// @param by who closed it; empty: the week's hours did
public record Closure(Optional<Instant> since, Optional<Instant> until, String by) {
  private static final int MAX_BY_CHARACTERS = 64;

  /// Reads one.
  public static Closure read(Fields fields) throws Malformed {
    String by = fields.text("by", text -> text.length() <= MAX_BY_CHARACTERS);
    long sinceMicros = fields.whole("sinceMicros");
    return new Closure(
        Micros.unlessZero(sinceMicros), Micros.unlessZero(fields.whole("untilMicros")), by);
  }

  public Json json() {
    return Json.object()
        .put("by", by)
        .put("sinceMicros", Micros.orZero(since))
        .put("untilMicros", Micros.orZero(until))
        .build();
  }

  /// Of two that hold at once the one that ends later tells when it opens.
  public Closure with(Closure other) {
    boolean otherEndsLater =
        until.isPresent() && (other.until.isEmpty() || other.until.get().isAfter(until.get()));
    return otherEndsLater ? other : this;
  }
}
