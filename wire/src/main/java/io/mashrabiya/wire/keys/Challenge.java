package io.mashrabiya.wire.keys;

import io.mashrabiya.wire.codec.FixedBytes;
import java.security.SecureRandom;

/// What a relay asks a new link to sign: 32 random bytes.
public final class Challenge extends FixedBytes {
  public static final int SIZE_BYTES = 32;

  public Challenge(byte[] bytes) {
    super(bytes, SIZE_BYTES);
  }

  public static Challenge random(SecureRandom random) {
    byte[] bytes = new byte[SIZE_BYTES];
    random.nextBytes(bytes);
    return new Challenge(bytes);
  }
}
