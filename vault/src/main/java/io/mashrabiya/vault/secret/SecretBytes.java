package io.mashrabiya.vault.secret;

import java.security.MessageDigest;
import java.security.SecureRandom;

/// Bytes that must not be seen: immutable, compared in constant time, and never printed.
///
/// Not guaranteed: that the bytes leave memory when the object does; the collector may have copied
/// them. A stolen heap dump of a process that holds keys holds the keys.
public final class SecretBytes {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final byte[] bytes;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public static SecretBytes copyOf(byte[] bytes, InsecureSecretAccess access) {
    return new SecretBytes(bytes.clone());
  }

  /// Fresh bytes from the operating system's generator.
  public static SecretBytes random(int sizeBytes) {
    byte[] bytes = new byte[sizeBytes];
    RANDOM.nextBytes(bytes);
    return new SecretBytes(bytes);
  }

  /// A copy, the caller's own.
  public byte[] toByteArray(InsecureSecretAccess access) {
    return bytes.clone();
  }

  public int sizeBytes() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretBytes that && MessageDigest.isEqual(bytes, that.bytes);
  }

  /// The same for all secrets of a length: a hash of the bytes would tell something of them.
  @Override
  public int hashCode() {
    return bytes.length;
  }

  @Override
  public String toString() {
    return "SecretBytes[" + bytes.length + " bytes, redacted]";
  }
}
