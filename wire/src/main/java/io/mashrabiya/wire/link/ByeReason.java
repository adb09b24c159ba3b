package io.mashrabiya.wire.link;

import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Malformed;

/// Why the relay ends a link (formats, section 8).
public enum ByeReason {
  /// The proof does not verify.
  NOT_PROVEN,
  /// This relay does not take this household.
  NOT_ADMITTED,
  /// The operator of this relay has suspended this household.
  SUSPENDED,
  /// The device is not on the newest member list.
  NOT_A_MEMBER,
  NO_SUCH_INVITE,
  /// The home has not been here since the relay started: come back later.
  HOME_UNKNOWN,
  /// Another link that proved to be this home is alive.
  RIVAL,
  /// Another link that proved to be this home took over.
  REPLACED,
  /// Over a limit of size or rate.
  TOO_MUCH,
  MALFORMED,
  /// The relay is stopping: come back later.
  GOING_AWAY;

  public String text() {
    return EnumWords.of(this);
  }

  public static ByeReason parse(String text) throws Malformed {
    return EnumWords.parse("bye.reason", text, values());
  }
}
