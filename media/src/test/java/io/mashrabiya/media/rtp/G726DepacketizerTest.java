package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.g726.G726Rate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class G726DepacketizerTest {
  private final List<byte[]> frames = new ArrayList<>();

  private G726Depacketizer depacketizer(G726Rate rate, boolean highestFirst) {
    return new G726Depacketizer(
        rate,
        highestFirst,
        (frame, key, timestamp, arrival) -> {
          assertThat(key).isTrue();
          frames.add(frame);
        });
  }

  @ParameterizedTest
  @CsvSource({"BITS_2, 4", "BITS_3, 2", "BITS_4, 2", "BITS_5, 1"})
  void accept_oneByte_hasAsManySamplesAsFit(G726Rate rate, int samples) {
    depacketizer(rate, false).accept(Packets.packet(1, 5, false, (byte) 0x4e), 7);
    assertThat(frames).singleElement().satisfies(frame -> assertThat(frame).hasSize(samples));
  }

  /// The same codes, packed in either order, are the same sound.
  @Test
  void accept_eitherOrderOfBits_isTheSameSound() {
    byte[] lowestFirst = {0x21, 0x43, (byte) 0xfe, (byte) 0x9a};
    byte[] highestFirst = {0x12, 0x34, (byte) 0xef, (byte) 0xa9};
    depacketizer(G726Rate.BITS_4, false).accept(Packets.packet(1, 5, false, lowestFirst), 7);
    depacketizer(G726Rate.BITS_4, true).accept(Packets.packet(1, 5, false, highestFirst), 7);
    assertThat(frames.get(0)).isEqualTo(frames.get(1)).hasSize(8);
  }

  @Test
  void accept_emptyPacket_isSkipped() {
    depacketizer(G726Rate.BITS_4, false).accept(Packets.packet(1, 5, false), 7);
    assertThat(frames).isEmpty();
  }
}
