package io.mashrabiya.vault.enrol;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// An enrolment message as it travels: nonce (12 random bytes) || AES-256-GCM ciphertext with tag.
final class EnrolMessage {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  static final int OVERHEAD_BYTES = NONCE_BYTES + TAG_BITS / 8;

  private EnrolMessage() {}

  /// Random nonces are safe here: a key of an invite seals a handful of messages.
  static byte[] seal(SecretKey key, byte[] aad, byte[] plaintext) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, aad);
      byte[] message = Arrays.copyOf(nonce, OVERHEAD_BYTES + plaintext.length);
      cipher.doFinal(plaintext, 0, plaintext.length, message, NONCE_BYTES);
      return message;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM refused to encrypt", e);
    }
  }

  /// Empty when it does not open, for whatever reason.
  static Optional<byte[]> open(SecretKey key, byte[] aad, byte[] message, int maxBytes) {
    if (message.length < OVERHEAD_BYTES || message.length > maxBytes) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(message, NONCE_BYTES);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, nonce, aad)
              .doFinal(message, NONCE_BYTES, message.length - NONCE_BYTES));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] aad)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(aad);
    return cipher;
  }
}
