package io.mashrabiya.device.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.time.Duration;
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
  void arrived_frame_isThatFrame() throws Exception {
    byte[] envelope = new byte[100];
    envelope[0] = 1; // a key frame, number 0
    envelope[5] = (byte) 0x80; // its KID in one byte
    envelope[6] = 0x10; // epoch 1, main track
    var frame = new MediaMessage.Frame(DOOR, SealedFrame.parse(envelope));
    assertThat(MediaLink.Arrived.of(frame.bytes()))
        .isInstanceOfSatisfying(
            MediaLink.Arrived.Frame.class,
            arrived -> assertThat(arrived.message().bytes()).isEqualTo(frame.bytes()));
  }

  /// A proof for another origin could be shown there.
  @Test
  void isOf_theOriginThatWasAskedFor_andNoOther() {
    var ask =
        new DeviceHears.Ask(
            new Challenge(new byte[Challenge.SIZE_BYTES]), new Origin("https://relay.example"));
    assertThat(ControlLink.isOf(new Origin("https://relay.example"), ask)).isTrue();
    assertThat(ControlLink.isOf(new Origin("https://other.example"), ask)).isFalse();
  }

  @Test
  void linkFailed_whatTheRelaySaid_isTold() {
    assertThat(new LinkFailed(ByeReason.SUSPENDED).reason()).contains(ByeReason.SUSPENDED);
    assertThat(new LinkFailed(Duration.ofMillis(700)).pause()).contains(Duration.ofMillis(700));
    assertThat(new LinkFailed("nothing").reason()).isEmpty();
    assertThat(new LinkFailed("nothing").pause()).isEmpty();
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
