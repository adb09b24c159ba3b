package io.mashrabiya.vault.keys;

import io.mashrabiya.vault.hpke.X25519PrivateKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// The household's first key. It lives in the [RecoveryKit], off the home, signs only home
/// certificates, and opens the household's backups.
public record RootKey(Ed25519PrivateKey sign) {
  private static final byte[] BACKUP_INFO =
      "mashrabiya/v1/backup".getBytes(StandardCharsets.US_ASCII);
  private static final int BACKUP_KEY_BYTES = 32;

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

  /// The key to which the household's backups are sealed: HKDF-SHA256 of the root's seed, salted
  /// with the household's id. Its public half, which stays at home, tells nothing of the root.
  public X25519PrivateKey backupKey() {
    try {
      byte[] key =
          KDF.getInstance("HKDF-SHA256")
              .deriveData(
                  HKDFParameterSpec.ofExtract()
                      .addIKM(sign.seed().toByteArray(InsecureSecretAccess.token()))
                      .addSalt(household().bytes())
                      .thenExpand(BACKUP_INFO, BACKUP_KEY_BYTES));
      return X25519PrivateKey.of(SecretBytes.copyOf(key, InsecureSecretAccess.token()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HKDF-SHA256", e);
    }
  }

  /// The serial to use after `last` (0: none yet): above it, and above what a lost home can have
  /// used before now.
  public static long serialAfter(long last, Instant now) {
    return Math.max(last + 1, now.getEpochSecond());
  }
}
