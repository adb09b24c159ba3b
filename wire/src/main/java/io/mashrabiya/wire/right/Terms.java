package io.mashrabiya.wire.right;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;

/// What a device may do, and when (formats, section 6). A guest's are bounded in time. Immutable.
///
/// Guarantee: whoever manages does so at any time, so that a household is never without somebody
/// who can, for want of the right hour.
///
/// @param until after which it belongs to the household no more
/// @param week the hours in which it may; empty: at any time
public record Terms(Rights rights, Optional<Instant> until, Week week) {
  /// Everything, at any time.
  public static final Terms FULL = always(Rights.ALL);

  public Terms {
    if (!fit(rights, until, week)) {
      throw new IllegalArgumentException("a guest who manages");
    }
  }

  private static boolean fit(Rights rights, Optional<Instant> until, Week week) {
    return !rights.manage() || (until.isEmpty() && week.isEmpty());
  }

  public static Terms always(Rights rights) {
    return new Terms(rights, Optional.empty(), Week.EMPTY);
  }

  /// Whether the guest's time is over for good.
  public boolean areOver(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }

  /// Whether the device may do now what its rights say.
  ///
  /// @param wall where the home's clock hangs
  public boolean hold(Instant now, ZoneId wall) {
    return !areOver(now) && (week.isEmpty() || week.contains(now, wall));
  }

  /// What is known of them by somebody who may know of these cameras only.
  public Terms as(Predicate<CameraId> isKnown) {
    return new Terms(rights.as(isKnown), until, week);
  }

  /// Reads the member of that name.
  public static Terms read(Fields fields, String name) throws Malformed {
    Fields terms = fields.object(name);
    Rights rights = Rights.read(terms.object("rights"));
    long untilMicros = terms.whole("untilMicros");
    Optional<Instant> until = Micros.unlessZero(untilMicros);
    Week week = Week.read(terms, "week");
    terms.end();
    if (!fit(rights, until, week)) {
      throw fields.malformed(name);
    }
    return new Terms(rights, until, week);
  }

  public Json json() {
    return week.put(
            Json.object().put("rights", rights.json()).put("untilMicros", Micros.orZero(until)),
            "week")
        .build();
  }
}
