package io.mashrabiya.home.door;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.words.Sentence;
import java.time.Instant;

/// What the home says to somebody who asked for an invite at its [LocalDoor].
public sealed interface InviteReply {
  /// It is out.
  ///
  /// @param link the whole pairing link, secret and all: for the person who asked, and for no log
  /// @param until when it lets nobody in any more
  record Made(String link, Instant until) implements InviteReply {
    byte[] bytes() {
      return Json.object().put("link", link).put("untilMicros", Micros.of(until)).build().bytes();
    }

    static Made read(byte[] text) throws Malformed {
      return Fields.read(
          "invite",
          text,
          fields -> new Made(fields.text("link"), Micros.instant(fields.whole("untilMicros"))));
    }

    @Override
    public String toString() {
      return "Made[redacted, " + until + "]";
    }
  }

  /// There is none.
  ///
  /// @param words why
  record Refused(Sentence words) implements InviteReply {}
}
