package io.mashrabiya.wire.member;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.statement.Version;
import java.time.Instant;

/// Which member list it is, and of which past: a copy of a home that forgot what was ruled rules
/// later, so that its lists have other times than those that it has forgotten, at every version.
///
/// @param ruled the home's clock, in whole microseconds, at the ruling that made this version
public record Edition(Version version, Instant ruled) {
  /// Before every list: held by whoever holds none.
  public static final Edition NONE = new Edition(Version.NONE, Instant.EPOCH);

  public static Edition of(Fields fields) throws Malformed {
    return new Edition(Version.of(fields), Micros.instant(fields.whole("ruledMicros")));
  }

  public JsonBuilder into(JsonBuilder object) {
    return version.into(object.put("ruledMicros", Micros.of(ruled)));
  }

  public Json json() {
    return into(Json.object()).build();
  }

  /// Whether both are of one version and different: no home that forgot nothing signed both.
  public boolean contradicts(Edition other) {
    return version.equals(other.version) && !ruled.equals(other.ruled);
  }
}
