package io.mashrabiya.wire.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.ids.CameraId;
import org.junit.jupiter.api.Test;

/// Which camera a frame is of that cannot be read: somebody who looks at it can be told so.
class AddresseeTest {
  private static final CameraId DOOR = new CameraId(1, 2);

  private static byte[] message(int type, int behind) {
    return new ByteWriter(1 + CameraId.SIZE_BYTES + behind)
        .u8(type)
        .put(DOOR.bytes())
        .put(new byte[behind])
        .finish();
  }

  @Test
  void addressee_ofAFrameWithWhateverBehind_isItsCamera() {
    assertThat(MediaMessage.Frame.addressee(message(1, 1))).contains(DOOR);
    assertThat(MediaMessage.Frame.addressee(message(1, 100))).contains(DOOR);
  }

  @Test
  void addressee_ofAnythingElse_isNone() {
    assertThat(MediaMessage.Frame.addressee(message(1, 0))).isEmpty();
    assertThat(MediaMessage.Frame.addressee(message(3, 1))).isEmpty();
    assertThat(MediaMessage.Frame.addressee(new byte[] {1, 2})).isEmpty();
  }
}
