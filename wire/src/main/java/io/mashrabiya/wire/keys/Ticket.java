package io.mashrabiya.wire.keys;

import io.mashrabiya.wire.codec.FixedBytes;
import java.security.SecureRandom;

/// What opens one media link, once, within 30 s of its making. Whoever holds it is taken for the
/// control link's owner.
public final class Ticket extends FixedBytes {
  public static final int SIZE_BYTES = 32;

  public Ticket(byte[] bytes) {
    super(bytes, SIZE_BYTES);
  }

  public static Ticket random(SecureRandom random) {
    byte[] bytes = new byte[SIZE_BYTES];
    random.nextBytes(bytes);
    return new Ticket(bytes);
  }

  @Override
  public String toString() {
    return "Ticket[redacted]";
  }
}
