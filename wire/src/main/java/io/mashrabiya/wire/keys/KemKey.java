package io.mashrabiya.wire.keys;

import io.mashrabiya.wire.codec.FixedBytes;

/// An X25519 public key (RFC 7748) to which key cards and letters are sealed, with HPKE's DHKEM
/// 0x0020.
public final class KemKey extends FixedBytes {
  public static final int SIZE_BYTES = 32;

  /// Its identifier in HPKE's registry.
  public static final int KEM_ID = 0x0020;

  public KemKey(byte[] bytes) {
    super(bytes, SIZE_BYTES);
  }
}
