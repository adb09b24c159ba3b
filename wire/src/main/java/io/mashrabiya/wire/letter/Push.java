package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import java.time.Instant;

/// What the home says unasked: the body of a letter (formats, section 6). A repeated one costs a
/// question, nothing else.
public sealed interface Push {
  Instant clock();

  Typ typ();

  /// Puts the members that only this push has.
  JsonBuilder members(JsonBuilder body);

  default byte[] bytes() {
    return members(Json.object().put("clockMicros", Micros.of(clock()))).build().bytes();
  }

  static Push parse(Typ typ, byte[] body) throws Malformed {
    if (typ != Typ.HOUSEHOLD_CHANGED) {
      throw new Malformed(typ.label(), 0);
    }
    return Fields.read(
        typ.label(),
        body,
        fields ->
            new HouseholdChanged(
                Micros.instant(fields.whole("clockMicros")),
                Statement.parse(fields.text("memberList"), Typ.MEMBER_LIST)));
  }

  /// Cameras, devices or names are no longer what they were: ask again.
  ///
  /// @param memberList the newest, for the device to keep
  record HouseholdChanged(Instant clock, Statement memberList) implements Push {
    @Override
    public Typ typ() {
      return Typ.HOUSEHOLD_CHANGED;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("memberList", memberList.text());
    }
  }
}
