package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.right.Terms;
import java.time.Instant;

/// An invite that is out, as a device that manages may know it: without its secret.
///
/// @param terms what the newcomer will be able to do, and when
/// @param until when it lets nobody in any more
public record InviteEntry(InviteId invite, Terms terms, Instant until) {
  static InviteEntry read(Fields fields) throws Malformed {
    return new InviteEntry(
        InviteId.parse(fields.text("invite")),
        Terms.read(fields, "terms"),
        Micros.instant(fields.whole("untilMicros")));
  }

  Json json() {
    return Json.object()
        .put("invite", invite.toString())
        .put("terms", terms.json())
        .put("untilMicros", Micros.of(until))
        .build();
  }
}
