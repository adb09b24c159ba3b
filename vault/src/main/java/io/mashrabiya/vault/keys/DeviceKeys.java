package io.mashrabiya.vault.keys;

import io.mashrabiya.vault.hpke.X25519PrivateKey;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;

/// The keys of one device in one household, made when it enrols.
///
/// @param sign signs letters and link proofs; the device's id is a hash of its public half
/// @param kem opens key cards and letters
public record DeviceKeys(Ed25519PrivateKey sign, X25519PrivateKey kem) {
  public static DeviceKeys generate() {
    return new DeviceKeys(Ed25519PrivateKey.generate(), X25519PrivateKey.generate());
  }

  public DeviceId idIn(HouseholdId household) {
    return DeviceId.of(household, sign.publicKey());
  }
}
