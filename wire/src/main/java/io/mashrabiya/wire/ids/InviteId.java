package io.mashrabiya.wire.ids;

import io.mashrabiya.wire.codec.Base32;
import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;

/// Which invite: derived from its secret (formats, section 7), so that a relay can bring a newcomer
/// to the right home without learning the secret.
public record InviteId(long high, long low) {
  public static final int SIZE_BYTES = 16;

  public static InviteId parse(String text) throws Malformed {
    return of(Base32.decode("invite-id", text, SIZE_BYTES));
  }

  /// The next 16 bytes of a message.
  public static InviteId read(ByteReader reader) throws Malformed {
    return new InviteId(reader.bits64(), reader.bits64());
  }

  /// Of exactly 16 bytes.
  public static InviteId of(byte[] bytes) {
    try {
      var reader = new ByteReader("invite-id", bytes);
      var id = read(reader);
      reader.end();
      return id;
    } catch (Malformed e) {
      throw new IllegalArgumentException("not 16 bytes: " + bytes.length, e);
    }
  }

  public byte[] bytes() {
    return new ByteWriter(SIZE_BYTES).u64(high).u64(low).finish();
  }

  /// Its text in base32, 26 characters.
  @Override
  public String toString() {
    return Base32.encode(bytes());
  }
}
