package io.mashrabiya.vault.seal;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/// AES-GCM of the JDK, which every JDK has.
final class AesGcm {
  private AesGcm() {}

  static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has AES-GCM", e);
    }
  }
}
