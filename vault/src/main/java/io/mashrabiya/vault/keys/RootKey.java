package io.mashrabiya.vault.keys;

import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.VerifyingKey;
import java.time.Instant;

/// The household's first key. It lives in the [RecoveryKit], off the home, and signs only home
/// certificates.
public record RootKey(Ed25519PrivateKey sign) {
  public static RootKey generate() {
    return new RootKey(Ed25519PrivateKey.generate());
  }

  public VerifyingKey publicKey() {
    return sign.publicKey();
  }

  public HouseholdId household() {
    return HouseholdId.of(publicKey());
  }

  /// Says that these are the home's keys now. Devices refuse a lower serial than they have seen.
  public HomeCertificate certify(HomeKeys home, long serial) {
    return HomeCertificate.issue(
        publicKey(), serial, home.sign().publicKey(), home.kem().publicKey(), sign);
  }

  /// The serial to use after `last` (0: none yet): above it, and above what a lost home can have
  /// used before now.
  public static long serialAfter(long last, Instant now) {
    return Math.max(last + 1, now.getEpochSecond());
  }
}
