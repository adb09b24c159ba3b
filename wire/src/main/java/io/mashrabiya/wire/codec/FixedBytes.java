package io.mashrabiya.wire.codec;

import java.security.MessageDigest;
import java.util.Arrays;

/// An immutable value of a fixed number of bytes; each kind is a type of its own, so that one
/// cannot stand for another. Equality takes the same time wherever two values differ. Holds nothing
/// secret but single-use tickets, which redact themselves.
public abstract class FixedBytes {
  private final byte[] bytes;

  protected FixedBytes(byte[] bytes, int sizeBytes) {
    if (bytes.length != sizeBytes) {
      throw new IllegalArgumentException(
          getClass().getSimpleName() + " has " + sizeBytes + " bytes, not " + bytes.length);
    }
    this.bytes = bytes.clone();
  }

  public final byte[] bytes() {
    return bytes.clone();
  }

  /// Base64url, as it stands in JSON.
  public final String text() {
    return Base64Url.encode(bytes);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof FixedBytes that
        && getClass() == that.getClass()
        && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public final int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text();
  }
}
