package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Malformed;

/// Why the home did not do what was asked.
public enum RefusedReason {
  /// The request's time is more than 30 s off, or before the home's start: take the clock from the
  /// answer, try once more.
  CLOCK,
  /// Its nonce was seen within the last minute.
  REPLAYED,
  NO_SUCH_CAMERA,
  NO_SUCH_DEVICE,
  /// The device lacks the right.
  NOT_ALLOWED,
  /// The device has the right at other hours.
  NOT_NOW,
  /// The camera is closed to everybody.
  PRIVATE,
  NO_SUCH_INVITE,
  /// Nobody could manage the household any more.
  LAST_MANAGER,
  /// The device is no longer a member.
  REMOVED,
  /// The home may be a restored backup: show it the newer member list.
  BEHIND,
  /// Too many sessions, requests, invites or cameras named: later, or fewer.
  BUSY,
  MALFORMED;

  /// As the wire has it.
  public String text() {
    return EnumWords.of(this);
  }

  public static RefusedReason parse(String text) throws Malformed {
    return EnumWords.parse("refused.reason", text, values());
  }
}
