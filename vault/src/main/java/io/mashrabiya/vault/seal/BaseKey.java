package io.mashrabiya.vault.seal;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;

/// The secret of one KID, from which SFrame derives key and salt (RFC 9605 section 4.4.2): 32
/// random bytes.
///
/// A stored or received base key only opens: the one way to seal is a [FrameSealer], which draws
/// its own.
public record BaseKey(SecretBytes secret) {
  public static final int SIZE_BYTES = 32;

  public BaseKey {
    if (secret.sizeBytes() != SIZE_BYTES) {
      throw new IllegalArgumentException("a base key has 32 bytes, not " + secret.sizeBytes());
    }
  }

  public static BaseKey copyOf(byte[] bytes, InsecureSecretAccess access) {
    return new BaseKey(SecretBytes.copyOf(bytes, access));
  }

  static BaseKey fresh() {
    return new BaseKey(SecretBytes.random(SIZE_BYTES));
  }

  @Override
  public String toString() {
    return "BaseKey[redacted]";
  }
}
