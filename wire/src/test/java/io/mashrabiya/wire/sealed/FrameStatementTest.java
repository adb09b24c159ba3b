package io.mashrabiya.wire.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.TestKeys;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Sha256;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FrameStatementTest {
  /// Formats, section 4.
  @Test
  void bytes_areWhoseWhichWhenAndTheHashOfThePicture() {
    var household = HouseholdId.of(TestKeys.of("root").verifying());
    byte[] hash = Sha256.of("picture");
    byte[] bytes =
        FrameStatement.bytes(
            household,
            new CameraId(1, 2),
            new Kid(3, Track.SUB),
            5,
            Kind.DELTA,
            4,
            1_795_426_800_123_456L,
            hash);
    var hex = HexFormat.of();
    assertThat(hex.formatHex(bytes))
        .isEqualTo(
            hex.formatHex(ByteWriter.label("mashrabiya/v1/frame"))
                + hex.formatHex(household.bytes())
                + "00000000000000010000000000000002"
                + "0000000000000031"
                + "00000005"
                + "02"
                + "00000004"
                + "%016x".formatted(1_795_426_800_123_456L)
                + hex.formatHex(hash));
  }
}
