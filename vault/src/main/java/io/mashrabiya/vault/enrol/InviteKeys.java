package io.mashrabiya.vault.enrol;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.ids.InviteId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What is derived from the secret of an invite (formats, section 7): its public id, and a key for
/// each direction.
///
/// @param id registered at the relay; tells nothing of the secret
record InviteKeys(InviteId id, SecretKey toHome, SecretKey toDevice) {
  private static final int KEY_BYTES = 32;

  static InviteKeys derive(InviteSecret secret, HouseholdId household) {
    try {
      KDF hkdf = KDF.getInstance("HKDF-SHA256");
      byte[] ikm = secret.secret().toByteArray(InsecureSecretAccess.token());
      byte[] salt = household.bytes();
      return new InviteKeys(
          InviteId.of(derive(hkdf, ikm, salt, "mashrabiya/v1/invite-id", InviteId.SIZE_BYTES)),
          aes(derive(hkdf, ikm, salt, "mashrabiya/v1/enrol-to-home", KEY_BYTES)),
          aes(derive(hkdf, ikm, salt, "mashrabiya/v1/enrol-to-device", KEY_BYTES)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HKDF-SHA256", e);
    }
  }

  private static byte[] derive(KDF hkdf, byte[] ikm, byte[] salt, String info, int sizeBytes)
      throws GeneralSecurityException {
    return hkdf.deriveData(
        HKDFParameterSpec.ofExtract()
            .addIKM(ikm)
            .addSalt(salt)
            .thenExpand(info.getBytes(StandardCharsets.US_ASCII), sizeBytes));
  }

  private static SecretKey aes(byte[] key) {
    return new SecretKeySpec(key, "AES");
  }

  @Override
  public String toString() {
    return "InviteKeys[" + id + ", redacted]";
  }
}
