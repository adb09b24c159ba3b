package io.mashrabiya.relay.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.MediaMessage;
import org.junit.jupiter.api.Test;

class ParcelTest {
  private final Frames door = Frames.of(1).epoch(7);

  @Test
  void parse_frame_readsItsClaimsAndKeepsItsBytes() throws Malformed {
    byte[] message = door.delta(12, 10).message();
    var parcel = Parcel.parse(message);
    assertThat(parcel.camera()).isEqualTo(door.camera());
    assertThat(parcel.kid()).isEqualTo(door.kid());
    assertThat(parcel.number()).isEqualTo(12);
    assertThat(parcel.dependency()).isEqualTo(10);
    assertThat(parcel.standsAlone()).isFalse();
    assertThat(parcel.message()).isSameAs(message);
  }

  @Test
  void standsAlone_keyFrameAndStill_do() {
    assertThat(door.key(1).standsAlone()).isTrue();
    assertThat(door.still(1).standsAlone()).isTrue();
  }

  @Test
  void parse_otherMediaMessage_isMalformed() {
    byte[] message = new MediaMessage.Acknowledgement(1).bytes();
    assertThatThrownBy(() -> Parcel.parse(message)).isInstanceOf(Malformed.class);
  }

  @Test
  void parse_frameCutShort_isMalformed() {
    byte[] message = java.util.Arrays.copyOf(door.key(1).message(), 60);
    assertThatThrownBy(() -> Parcel.parse(message)).isInstanceOf(Malformed.class);
  }

  @Test
  void toString_anyParcel_holdsNoBytes() {
    assertThat(door.key(1).toString()).isEqualTo("Parcel[KEY 7/MAIN #1, 224 bytes]");
  }
}
