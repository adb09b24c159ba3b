package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.member.Edition;
import java.time.Instant;

/// What every request carries, whatever it asks: by it the home tells one that was answered before,
/// one that is late, and one of a device that knows of a ruling which the home has forgotten.
///
/// @param nonce what makes this request different from every other; the home remembers it for a
///   minute
/// @param time the home's clock, as the device reckons it
/// @param held the newest member list that the device holds
public record Stamp(Nonce nonce, Instant time, Edition held) {
  static Stamp of(Fields fields) throws Malformed {
    var nonce = new Nonce(fields.exactly("nonce", Nonce.SIZE_BYTES));
    var held = fields.object("held", Edition::of);
    return new Stamp(nonce, Micros.instant(fields.whole("timeMicros")), held);
  }

  JsonBuilder into(JsonBuilder body) {
    return body.put("held", held.json())
        .put("nonce", nonce.bytes())
        .put("timeMicros", Micros.of(time));
  }
}
