package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AacDepacketizerTest {
  private static final int RATE_HZ = 16_000;
  private static final int UNIT_TICKS = 1024;
  private static final int UNIT_MICROS = 64_000;

  private record Unit(List<Byte> bytes, int timestamp, long arrivalMicros) {}

  private final List<Unit> units = new ArrayList<>();
  private final StreamCounters counters = new StreamCounters();
  private int number;

  private AacDepacketizer depacketizer(AacHeaders headers) {
    return new AacDepacketizer(headers, UNIT_TICKS, RATE_HZ, counters, this::take);
  }

  private void take(byte[] unit, boolean key, int timestamp, long arrivalMicros) {
    assertThat(key).as("sound stands alone").isTrue();
    units.add(unit(timestamp, arrivalMicros, unit));
  }

  private static Unit unit(int timestamp, long arrivalMicros, byte... bytes) {
    List<Byte> boxed = new ArrayList<>();
    for (byte each : bytes) {
      boxed.add(each);
    }
    return new Unit(boxed, timestamp, arrivalMicros);
  }

  private RtpPacket packet(int timestamp, boolean marker, int... payload) {
    byte[] bytes = new byte[payload.length];
    for (int i = 0; i < payload.length; i++) {
      bytes[i] = (byte) payload[i];
    }
    return Packets.packet(number++, timestamp, marker, bytes);
  }

  @Test
  void accept_oneUnit_isHandedOnAsItArrived() {
    depacketizer(AacHeaders.HIGH_BIT_RATE).accept(packet(5, true, 0, 16, 0, 3 << 3, 7, 8, 9), 1000);
    assertThat(units).containsExactly(unit(5, 1000, (byte) 7, (byte) 8, (byte) 9));
  }

  @Test
  void accept_severalUnits_areAsFarApartAsTheyLast() {
    depacketizer(AacHeaders.HIGH_BIT_RATE)
        .accept(packet(5, true, 0, 48, 0, 2 << 3, 0, 1 << 3, 0, 1 << 3, 7, 8, 9, 10), 500_000);
    assertThat(units)
        .containsExactly(
            unit(5, 500_000 - 2 * UNIT_MICROS, (byte) 7, (byte) 8),
            unit(5 + UNIT_TICKS, 500_000 - UNIT_MICROS, (byte) 9),
            unit(5 + 2 * UNIT_TICKS, 500_000, (byte) 10));
  }

  @Test
  void accept_partsOfOneUnit_areOneUnit() {
    AacDepacketizer depacketizer = depacketizer(AacHeaders.HIGH_BIT_RATE);
    depacketizer.accept(packet(5, false, 0, 16, 0, 4 << 3, 1, 2), 1000);
    depacketizer.accept(packet(5, false, 0, 16, 0, 4 << 3, 3), 2000);
    depacketizer.accept(packet(5, true, 0, 16, 0, 4 << 3, 4), 3000);
    assertThat(units).containsExactly(unit(5, 3000, (byte) 1, (byte) 2, (byte) 3, (byte) 4));
  }

  @Test
  void accept_lastPartNeverComes_costsThatUnitOnly() {
    AacDepacketizer depacketizer = depacketizer(AacHeaders.HIGH_BIT_RATE);
    depacketizer.accept(packet(5, false, 0, 16, 0, 4 << 3, 1, 2), 1000);
    depacketizer.accept(packet(6, true, 0, 16, 0, 1 << 3, 9), 2000);
    assertThat(units).containsExactly(unit(6, 2000, (byte) 9));
    assertThat(counters.of(StreamEvent.FRAME_DAMAGED)).isOne();
  }

  @Test
  void lost_partInTheMiddle_neverMakesAUnitOfTwo() {
    AacDepacketizer depacketizer = depacketizer(AacHeaders.HIGH_BIT_RATE);
    depacketizer.accept(packet(5, false, 0, 16, 0, 4 << 3, 1, 2), 1000);
    depacketizer.lost();
    depacketizer.accept(packet(5, true, 0, 16, 0, 4 << 3, 4), 3000);
    depacketizer.accept(packet(6, true, 0, 16, 0, 1 << 3, 9), 4000);
    assertThat(units).containsExactly(unit(6, 4000, (byte) 9));
  }

  @Test
  void accept_lowBitRate_hasShortHeaders() {
    // 6 bits of size and 2 of index: two units of 2 and 1 bytes
    depacketizer(AacHeaders.LOW_BIT_RATE)
        .accept(packet(5, true, 0, 16, 2 << 2, 1 << 2, 7, 8, 9), 500_000);
    assertThat(units).extracting(Unit::bytes).extracting(List::size).containsExactly(2, 1);
  }

  @Test
  void accept_constantSize_hasNoHeaders() {
    depacketizer(new AacHeaders(0, 0, 0, 3, 0)).accept(packet(5, true, 7, 8, 9), 1000);
    assertThat(units).containsExactly(unit(5, 1000, (byte) 7, (byte) 8, (byte) 9));
  }

  @Test
  void accept_auxiliarySection_isSkipped() {
    depacketizer(new AacHeaders(13, 3, 3, 0, 8))
        .accept(packet(5, true, 0, 16, 0, 2 << 3, 8, 99, 7, 8), 1000);
    assertThat(units).containsExactly(unit(5, 1000, (byte) 7, (byte) 8));
  }

  @Test
  void accept_interleaved_isCountedAndDropped() {
    depacketizer(AacHeaders.HIGH_BIT_RATE)
        .accept(packet(5, true, 0, 32, 0, 1 << 3, 0, (1 << 3) | 2, 7, 8), 1000);
    assertThat(units).isEmpty();
    assertThat(counters.of(StreamEvent.PAYLOAD_UNSUPPORTED)).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing at all
        "0", // half of a length
        "0,16", // no header behind the length
        "255,255,0,8,7", // headers past the end
        "0,0,7", // no headers
        "0,16,0,0,7", // a unit of nothing
        "0,32,0,16,0,16,7,8,9", // units past the end
      })
  void accept_malformed_isCountedAndDisturbsNothing(String payload) {
    AacDepacketizer depacketizer = depacketizer(AacHeaders.HIGH_BIT_RATE);
    int[] bytes =
        payload.isEmpty()
            ? new int[0]
            : Arrays.stream(payload.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    depacketizer.accept(packet(5, true, bytes), 1000);
    depacketizer.accept(packet(6, true, 0, 16, 0, 1 << 3, 9), 2000);
    assertThat(units).contains(unit(6, 2000, (byte) 9)).allMatch(unit -> unit.timestamp() == 6);
    assertThat(counters.of(StreamEvent.PAYLOAD_MALFORMED)).isOne();
  }

  @ParameterizedTest(name = "packets of at most {0} bytes")
  @ValueSource(ints = {40, 200, 1400})
  void packetizer_units_comeBack(int mostPacketBytes) {
    Random random = new Random(mostPacketBytes);
    SoundFormat format = new SoundFormat(SoundCodec.AAC, RATE_HZ, 1, new byte[] {0x14, 8});
    AacDepacketizer depacketizer = depacketizer(AacHeaders.HIGH_BIT_RATE);
    RtpPacket view = new RtpPacket();
    var packetizer =
        new AacPacketizer(
            new RtpPacketWriter(
                97,
                RATE_HZ,
                1,
                2,
                mostPacketBytes,
                bytes -> {
                  assertThat(view.read(bytes)).isEqualTo(RtpPacket.Reading.WELL_FORMED);
                  depacketizer.accept(view, 1);
                }));
    List<Unit> sent = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      byte[] unit = new byte[1 + random.nextInt(700)];
      random.nextBytes(unit);
      sent.add(unit(i * UNIT_TICKS, 1, unit));
      packetizer.accept(new Frame(Track.sound(format), i * (long) UNIT_MICROS, true, unit));
    }
    assertThat(units).isEqualTo(sent);
  }
}
