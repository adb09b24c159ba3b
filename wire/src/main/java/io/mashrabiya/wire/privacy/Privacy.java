package io.mashrabiya.wire.privacy;

import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.right.Week;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// When a camera, or the whole house, is private: off for everybody (formats, section 6).
/// Somebody's hand goes before the week's hours for as long as it holds. Immutable.
///
/// @param hand what somebody last said; it counts while [Hand#holds]
/// @param week the hours in which it is private by itself
public record Privacy(Optional<Hand> hand, Week week) {
  /// Never private.
  public static final Privacy NONE = new Privacy(Optional.empty(), Week.EMPTY);

  /// Whether it shall be closed or open.
  public enum Shutter {
    CLOSED,
    OPEN
  }

  /// Somebody closed it, or opened it in hours in which it is private.
  ///
  /// @param until when the week's hours count again; empty: until somebody says otherwise
  /// @param by what the device was called, empty where nobody knows
  public record Hand(Shutter shutter, Instant since, Optional<Instant> until, String by) {
    boolean holds(Instant now) {
      return until.filter(end -> !now.isBefore(end)).isEmpty();
    }

    private static Hand read(Fields fields) throws Malformed {
      String by = fields.words("by");
      Shutter shutter =
          EnumWords.parse("privacy.shutter", fields.text("shutter"), Shutter.values());
      return new Hand(
          shutter,
          Micros.instant(fields.whole("sinceMicros")),
          Micros.unlessZero(fields.whole("untilMicros")),
          by);
    }

    private Json json() {
      return Json.object()
          .put("by", by)
          .put("shutter", EnumWords.of(shutter))
          .put("sinceMicros", Micros.of(since))
          .put("untilMicros", Micros.orZero(until))
          .build();
    }
  }

  /// Why it is closed now; empty while it is open.
  ///
  /// @param wall where the home's clock hangs
  public Optional<Closure> at(Instant now, ZoneId wall) {
    Optional<Hand> held = hand.filter(said -> said.holds(now));
    if (held.isPresent()) {
      Hand said = held.get();
      return said.shutter() == Shutter.CLOSED
          ? Optional.of(new Closure(Optional.of(said.since()), said.until(), said.by()))
          : Optional.empty();
    }
    return week.contains(now, wall)
        ? Optional.of(new Closure(Optional.empty(), week.endOf(now, wall), ""))
        : Optional.empty();
  }

  /// Reads the member of that name.
  public static Privacy read(Fields fields, String name) throws Malformed {
    Fields privacy = fields.object(name);
    Privacy read =
        new Privacy(
            privacy.objects("hand", 1, Hand::read).stream().findFirst(),
            Week.read(privacy, "week"));
    privacy.end();
    return read;
  }

  public Json json() {
    return week.put(Json.object().put("hand", hand.stream().toList(), Hand::json), "week").build();
  }
}
