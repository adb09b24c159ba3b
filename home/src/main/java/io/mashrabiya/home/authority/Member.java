package io.mashrabiya.home.authority;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.letter.DeviceEntry;
import java.time.Instant;

/// A device that the household took in.
///
/// @param sign what its letters are signed with; `device` is this key's hash
/// @param kem what cards and answers to it are sealed to
/// @param name what it called itself
public record Member(
    DeviceId device,
    VerifyingKey sign,
    KemKey kem,
    String name,
    Instant enrolled,
    Instant lastSeen) {
  Member seen(Instant now) {
    return now.isAfter(lastSeen) ? new Member(device, sign, kem, name, enrolled, now) : this;
  }

  /// As its household sees it.
  public DeviceEntry entry() {
    return new DeviceEntry(device, name, enrolled, lastSeen);
  }

  /// Without its name, which is for people and not for logs.
  @Override
  public String toString() {
    return "Member[" + device + "]";
  }
}
