package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;

/// Where a track begins for a session.
///
/// @param first number of the newest key frame or still, below which nothing is accepted; 0 while
///   there is none
public record TrackStart(Kid kid, long first) {
  static TrackStart read(Fields fields) throws Malformed {
    long first = fields.whole("first");
    var kid = Kid.of(fields.whole("kid"));
    if (first > SealedFrame.MAX_NUMBER) {
      throw fields.malformed("first");
    }
    return new TrackStart(kid, first);
  }

  Json json() {
    return Json.object().put("first", first).put("kid", kid.value()).build();
  }
}
