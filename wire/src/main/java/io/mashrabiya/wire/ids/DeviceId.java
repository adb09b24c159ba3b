package io.mashrabiya.wire.ids;

import io.mashrabiya.wire.codec.Base32;
import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.Sha256;
import io.mashrabiya.wire.keys.VerifyingKey;
import java.util.Arrays;

/// Which device of a household: 128 bits of the hash of the household's id and the device's signing
/// key (formats, section 1), so that the same keys always give the same id and no table can give it
/// to somebody else.
public record DeviceId(long high, long low) implements Comparable<DeviceId> {
  public static final int SIZE_BYTES = 16;
  private static final byte[] LABEL = ByteWriter.label("mashrabiya/v1/device-id");

  public static DeviceId of(HouseholdId household, VerifyingKey sign) {
    return of(Arrays.copyOf(Sha256.of(LABEL, household.bytes(), sign.bytes()), SIZE_BYTES));
  }

  public static DeviceId parse(String text) throws Malformed {
    return of(Base32.decode("device-id", text, SIZE_BYTES));
  }

  /// The next 16 bytes of a message.
  public static DeviceId read(ByteReader reader) throws Malformed {
    return new DeviceId(reader.bits64(), reader.bits64());
  }

  /// Of exactly 16 bytes.
  public static DeviceId of(byte[] bytes) {
    try {
      var reader = new ByteReader("device-id", bytes);
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

  /// By their bytes (which is not the order of their texts).
  @Override
  public int compareTo(DeviceId other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /// Its text in base32, 26 characters.
  @Override
  public String toString() {
    return Base32.encode(bytes());
  }
}
