package io.mashrabiya.home.authority;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.letter.DeviceEntry;
import io.mashrabiya.wire.right.Terms;
import java.time.Instant;

/// A device that the household took in.
///
/// @param sign what its letters are signed with; `device` is this key's hash
/// @param kem what cards and answers to it are sealed to
/// @param name what it called itself, or somebody who manages
/// @param terms what it may do, and when
public record Member(
    DeviceId device,
    VerifyingKey sign,
    KemKey kem,
    String name,
    Instant enrolled,
    Instant lastSeen,
    Terms terms) {
  Member seen(Instant now) {
    return now.isAfter(lastSeen) ? new Member(device, sign, kem, name, enrolled, now, terms) : this;
  }

  Member changed(String called, Terms may) {
    return new Member(device, sign, kem, called, enrolled, lastSeen, may);
  }

  boolean manages() {
    return terms.rights().manage();
  }

  /// As its household sees it.
  public DeviceEntry entry() {
    return new DeviceEntry(device, name, enrolled, lastSeen, terms);
  }

  /// Without its name, which is for people and not for logs.
  @Override
  public String toString() {
    return "Member[" + device + "]";
  }
}
