package io.mashrabiya.wire.ids;

import io.mashrabiya.wire.codec.Base32;
import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.Sha256;
import io.mashrabiya.wire.keys.VerifyingKey;
import java.util.Arrays;

/// Which household: 160 bits of the hash of its root public key (formats, section 1). Nobody can
/// assign, swap or mix up such an id: whoever holds the root key can show that it is theirs, and
/// nobody else can.
public record HouseholdId(long high, long middle, int low) {
  public static final int SIZE_BYTES = 20;
  private static final byte[] LABEL = ByteWriter.label("mashrabiya/v1/household-id");

  public static HouseholdId of(VerifyingKey root) {
    return of(Arrays.copyOf(Sha256.of(LABEL, root.bytes()), SIZE_BYTES));
  }

  public static HouseholdId parse(String text) throws Malformed {
    return of(Base32.decode("household-id", text, SIZE_BYTES));
  }

  /// The next 20 bytes of a file.
  public static HouseholdId read(ByteReader reader) throws Malformed {
    return new HouseholdId(reader.bits64(), reader.bits64(), (int) reader.u32());
  }

  private static HouseholdId of(byte[] bytes) {
    try {
      return read(new ByteReader("household-id", bytes));
    } catch (Malformed e) {
      throw new AssertionError("the size was checked", e);
    }
  }

  public byte[] bytes() {
    return new ByteWriter(SIZE_BYTES).u64(high).u64(middle).u32(low).finish();
  }

  /// Its text in base32, 32 characters.
  @Override
  public String toString() {
    return Base32.encode(bytes());
  }
}
