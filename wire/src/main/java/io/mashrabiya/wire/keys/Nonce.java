package io.mashrabiya.wire.keys;

import io.mashrabiya.wire.codec.FixedBytes;
import java.security.SecureRandom;

/// What makes a request different from every other: 16 random bytes.
public final class Nonce extends FixedBytes {
  public static final int SIZE_BYTES = 16;

  public Nonce(byte[] bytes) {
    super(bytes, SIZE_BYTES);
  }

  public static Nonce random(SecureRandom random) {
    byte[] bytes = new byte[SIZE_BYTES];
    random.nextBytes(bytes);
    return new Nonce(bytes);
  }
}
