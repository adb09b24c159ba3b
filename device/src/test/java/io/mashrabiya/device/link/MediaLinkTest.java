package io.mashrabiya.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.link.MediaMessage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaLinkTest {
  private static final CameraId DOOR = new CameraId(1, 2);

  /// A frame message whose envelope is so many bytes of nonsense.
  private static byte[] nonsense(int sizeBytes) {
    byte[] message = Arrays.copyOf(new byte[] {1}, 1 + CameraId.SIZE_BYTES + sizeBytes);
    System.arraycopy(DOOR.bytes(), 0, message, 1, CameraId.SIZE_BYTES);
    return message;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 5 << 20})
  void arrived_envelopeThatIsNone_isUnreadableAndNamesItsCamera(int sizeBytes) throws Exception {
    assertThat(MediaLink.Arrived.of(nonsense(sizeBytes)))
        .isEqualTo(new MediaLink.Arrived.Unreadable(DOOR));
  }

  @Test
  void arrived_messageThatIsNoFrame_endsTheLink() {
    byte[] unknown = nonsense(40);
    unknown[0] = 9;
    byte[] acknowledgement = new MediaMessage.Acknowledgement(1).bytes();
    for (byte[] message : new byte[][] {{}, {1}, nonsense(0), unknown, acknowledgement}) {
      assertThatThrownBy(() -> MediaLink.Arrived.of(message)).isInstanceOf(LinkFailed.class);
    }
  }
}
