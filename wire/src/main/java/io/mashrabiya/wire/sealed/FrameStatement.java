package io.mashrabiya.wire.sealed;

import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Sha256;

/// What the home signs inside each frame, so that no member can forge one, even with the relay's
/// help, and a saved clip proves where it came from (formats, section 4).
public final class FrameStatement {
  private static final byte[] LABEL = ByteWriter.label("mashrabiya/v1/frame");
  private static final int SIZE_BYTES =
      LABEL.length
          + HouseholdId.SIZE_BYTES
          + CameraId.SIZE_BYTES
          + 8
          + 4
          + 1
          + 4
          + 8
          + Sha256.SIZE_BYTES;

  private FrameStatement() {}

  /// The bytes to sign.
  ///
  /// @param captureMicros when it was taken, by the home's clock
  /// @param pictureHash SHA-256 of the picture
  public static byte[] bytes(
      HouseholdId household,
      CameraId camera,
      Kid kid,
      long number,
      Kind kind,
      long dependency,
      long captureMicros,
      byte[] pictureHash) {
    return new ByteWriter(SIZE_BYTES)
        .put(LABEL)
        .put(household.bytes())
        .put(camera.bytes())
        .u64(kid.value())
        .u32(number)
        .u8(kind.code())
        .u32(dependency)
        .u64(captureMicros)
        .put(pictureHash)
        .finish();
  }
}
