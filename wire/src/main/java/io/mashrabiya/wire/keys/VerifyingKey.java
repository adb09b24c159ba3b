package io.mashrabiya.wire.keys;

import io.mashrabiya.wire.codec.FixedBytes;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 public key (RFC 8032), of a root, a home or a device.
public final class VerifyingKey extends FixedBytes {
  public static final int SIZE_BYTES = 32;
  public static final int SIGNATURE_BYTES = 64;

  public VerifyingKey(byte[] bytes) {
    super(bytes, SIZE_BYTES);
  }

  /// Whether `signature` is this key's for `message`. A key that is no point of the curve verifies
  /// nothing.
  public boolean verifies(byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_BYTES
        && Ed25519.verify(signature, 0, bytes(), 0, message, 0, message.length);
  }
}
