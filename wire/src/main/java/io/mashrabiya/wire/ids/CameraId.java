package io.mashrabiya.wire.ids;

import io.mashrabiya.wire.codec.Base32;
import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import java.security.SecureRandom;

/// Which camera of a household: 128 random bits, chosen by the home. It means something only
/// together with the household's id: nothing is ever looked up by a camera id alone.
public record CameraId(long high, long low) implements Comparable<CameraId> {
  public static final int SIZE_BYTES = 16;

  public static CameraId random(SecureRandom random) {
    return new CameraId(random.nextLong(), random.nextLong());
  }

  public static CameraId parse(String text) throws Malformed {
    return of(Base32.decode("camera-id", text, SIZE_BYTES));
  }

  /// The next 16 bytes of a message.
  public static CameraId read(ByteReader reader) throws Malformed {
    return new CameraId(reader.bits64(), reader.bits64());
  }

  /// Of exactly 16 bytes.
  public static CameraId of(byte[] bytes) {
    try {
      var reader = new ByteReader("camera-id", bytes);
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

  /// By its bytes, which is not the order of its text.
  @Override
  public int compareTo(CameraId other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /// Its text in base32, 26 characters.
  @Override
  public String toString() {
    return Base32.encode(bytes());
  }
}
