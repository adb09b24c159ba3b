package io.mashrabiya.vault.seal;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What SFrame derives from the base key of a KID (RFC 9605 section 4.4.2) for
/// `AES_256_GCM_SHA512_128`, cipher suite 5.
final class SframeKey {
  static final int TAG_BYTES = 16;
  private static final short SUITE = 0x0005;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;

  private final SecretKey key;
  private final byte[] salt;

  private SframeKey(SecretKey key, byte[] salt) {
    this.key = key;
    this.salt = salt;
  }

  static SframeKey derive(SecretBytes baseKey, long kid) {
    byte[] base = baseKey.toByteArray(InsecureSecretAccess.token());
    try {
      KDF hkdf = KDF.getInstance("HKDF-SHA512");
      SecretKey secret =
          hkdf.deriveKey(
              "Generic",
              HKDFParameterSpec.ofExtract()
                  .addIKM(new SecretKeySpec(base, "Generic"))
                  .extractOnly());
      byte[] key = expand(hkdf, secret, "SFrame 1.0 Secret key ", kid, KEY_BYTES);
      byte[] salt = expand(hkdf, secret, "SFrame 1.0 Secret salt ", kid, NONCE_BYTES);
      return new SframeKey(new SecretKeySpec(key, "AES"), salt);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HKDF-SHA512", e);
    }
  }

  private static byte[] expand(KDF hkdf, SecretKey secret, String label, long kid, int sizeBytes)
      throws GeneralSecurityException {
    byte[] info =
        ByteBuffer.allocate(label.length() + Long.BYTES + Short.BYTES)
            .put(label.getBytes(StandardCharsets.US_ASCII))
            .putLong(kid)
            .putShort(SUITE)
            .array();
    return hkdf.deriveData(HKDFParameterSpec.expandOnly(secret, info, sizeBytes));
  }

  SecretKey key() {
    return key;
  }

  /// The nonce of a frame: the salt with its last eight bytes exclusive-or'ed with the counter
  /// (section 4.4.3).
  GCMParameterSpec nonce(long counter) {
    byte[] nonce = salt.clone();
    for (int i = 0; i < Long.BYTES; i++) {
      nonce[NONCE_BYTES - 1 - i] ^= (byte) (counter >>> (8 * i));
    }
    return new GCMParameterSpec(TAG_BYTES * 8, nonce);
  }

  byte[] salt() {
    return salt.clone();
  }

  @Override
  public String toString() {
    return "SframeKey[redacted]";
  }
}
