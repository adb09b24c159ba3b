package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.statement.Typ;
import java.time.Instant;

/// What the home says unasked: the body of a letter (formats, section 6). A repeated one costs a
/// question, nothing else.
public sealed interface Push {
  Instant clock();

  Typ typ();

  default byte[] bytes() {
    return Json.object().put("clockMicros", Micros.of(clock())).build().bytes();
  }

  static Push parse(Typ typ, byte[] body) throws Malformed {
    var fields = Fields.parse(typ.label(), body);
    Instant clock = Micros.instant(fields.whole("clockMicros"));
    fields.end();
    if (typ != Typ.HOUSEHOLD_CHANGED) {
      throw new Malformed(typ.label(), 0);
    }
    return new HouseholdChanged(clock);
  }

  /// Cameras, devices or names are no longer what they were: ask again.
  record HouseholdChanged(Instant clock) implements Push {
    @Override
    public Typ typ() {
      return Typ.HOUSEHOLD_CHANGED;
    }
  }
}
