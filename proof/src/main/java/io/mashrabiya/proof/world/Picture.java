package io.mashrabiya.proof.world;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What a camera of this world takes: no picture but the truth about it.
///
/// @param house whose
/// @param camera which of the house's
/// @param counter of all that the camera took
/// @param takenMicros by the one true clock
public record Picture(int house, int camera, long counter, long takenMicros) {
  private static final int MAGIC = 0x6d617368;
  private static final int SIZE_BYTES = 4 + 4 + 4 + 8 + 8;

  byte[] bytes() {
    return ByteBuffer.allocate(SIZE_BYTES)
        .putInt(MAGIC)
        .putInt(house)
        .putInt(camera)
        .putLong(counter)
        .putLong(takenMicros)
        .array();
  }

  /// Empty for what no camera took.
  static Optional<Picture> read(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    if (bytes.length != SIZE_BYTES || buffer.getInt() != MAGIC) {
      return Optional.empty();
    }
    return Optional.of(
        new Picture(buffer.getInt(), buffer.getInt(), buffer.getLong(), buffer.getLong()));
  }

  Instant taken() {
    return Instant.EPOCH.plus(takenMicros, ChronoUnit.MICROS);
  }
}
