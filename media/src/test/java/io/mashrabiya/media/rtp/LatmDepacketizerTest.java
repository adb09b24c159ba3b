package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatmDepacketizerTest {
  private final List<byte[]> units = new ArrayList<>();
  private final List<Long> arrivals = new ArrayList<>();
  private final StreamCounters counters = new StreamCounters();
  private int number;

  private LatmDepacketizer depacketizer(int frames) {
    return new LatmDepacketizer(
        frames,
        1024,
        16_000,
        counters,
        (unit, key, timestamp, arrival) -> {
          units.add(unit);
          arrivals.add(arrival);
        });
  }

  private RtpPacket packet(boolean marker, int... payload) {
    byte[] bytes = new byte[payload.length];
    for (int i = 0; i < payload.length; i++) {
      bytes[i] = (byte) payload[i];
    }
    return Packets.packet(number++, 7, marker, bytes);
  }

  @Test
  void accept_oneUnit_isHandedOn() {
    depacketizer(1).accept(packet(true, 2, 8, 9), 5);
    assertThat(units).containsExactly(new byte[] {8, 9});
    assertThat(arrivals).containsExactly(5L);
  }

  @Test
  void accept_longUnitInParts_isOneUnit() {
    LatmDepacketizer depacketizer = depacketizer(1);
    int[] first = new int[100];
    first[0] = 255;
    first[1] = 45; // 300 bytes
    depacketizer.accept(packet(false, first), 1);
    depacketizer.accept(packet(true, new int[202]), 2);
    assertThat(units).singleElement().satisfies(unit -> assertThat(unit).hasSize(300));
  }

  @Test
  void accept_severalUnitsInOne_areAsFarApartAsTheyLast() {
    depacketizer(2).accept(packet(true, 1, 8, 2, 9, 10), 1_000_000);
    assertThat(units).containsExactly(new byte[] {8}, new byte[] {9, 10});
    assertThat(arrivals).containsExactly(936_000L, 1_000_000L);
  }

  @Test
  void lost_anything_costsWhatFollowsUpToTheMarker() {
    LatmDepacketizer depacketizer = depacketizer(1);
    depacketizer.lost(); // perhaps the beginning of this one
    depacketizer.accept(packet(true, 1, 7), 1);
    depacketizer.accept(packet(true, 1, 8), 2);
    assertThat(units).containsExactly(new byte[] {8});
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isOne();
  }

  @Test
  void accept_lengthPastTheEnd_isCountedAndDropped() {
    LatmDepacketizer depacketizer = depacketizer(1);
    depacketizer.accept(packet(true, 9, 1, 2), 1);
    depacketizer.accept(packet(true, 255, 255), 2);
    depacketizer.accept(packet(true), 3);
    depacketizer.accept(packet(true, 1, 8), 4);
    assertThat(units).containsExactly(new byte[] {8});
    assertThat(counters.of(StreamEvent.PAYLOAD_MALFORMED)).isEqualTo(3);
  }

  @Test
  void accept_partsWithoutEnd_areBounded() {
    LatmDepacketizer depacketizer = depacketizer(1);
    for (int i = 0; i < 100; i++) {
      depacketizer.accept(packet(false, new int[1400]), i);
    }
    depacketizer.accept(packet(true, 1), 100);
    depacketizer.accept(packet(true, 1, 8), 101);
    assertThat(units).containsExactly(new byte[] {8});
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isOne();
  }
}
