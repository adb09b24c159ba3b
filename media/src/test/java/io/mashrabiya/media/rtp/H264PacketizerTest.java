package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.Track;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H264PacketizerTest {
  private final List<ByteBuffer> packets = new ArrayList<>();

  private H264Packetizer packetizer(int mostPacketBytes) {
    return new H264Packetizer(
        new RtpPacketWriter(96, 90_000, 7, 65530, mostPacketBytes, this::keep));
  }

  private void keep(ByteBuffer packet) {
    packets.add(ByteBuffer.allocate(packet.remaining()).put(packet.duplicate()).flip());
  }

  private static Frame frame(byte[] payload) {
    return new Frame(Track.MAIN, 1_000_000_000_000_000L, true, payload);
  }

  @ParameterizedTest(name = "packets of at most {0} bytes")
  @ValueSource(ints = {28, 100, 1200, 65535})
  void accept_frames_comeBackFromTheDepacketizer(int mostPacketBytes) {
    List<byte[]> back = new ArrayList<>();
    CaptureClock clock = () -> 0;
    StreamCounters counters = new StreamCounters();
    RtpReceiver receiver =
        new RtpReceiver(
            RtpStream.h264(96, List.of()), clock, counters, frame -> back.add(frame.payload()));
    var writer = new RtpPacketWriter(96, 90_000, 7, 65530, mostPacketBytes, receiver::accept);
    H264Packetizer packetizer = new H264Packetizer(writer);
    SyntheticPictures pictures = new SyntheticPictures(mostPacketBytes);
    List<byte[]> sent = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Frame frame = pictures.frame(i, 8, 5_000);
      sent.add(frame.payload());
      packetizer.accept(frame);
    }
    assertThat(back).usingElementComparator(java.util.Arrays::compare).isEqualTo(sent);
    assertThat(counters.of(StreamEvent.PACKET)).isEqualTo(writer.packets());
  }

  @Test
  void accept_smallUnits_goTogetherWithOneMarker() {
    packetizer(1200).accept(frame(SyntheticPictures.key(100)));
    assertThat(packets).hasSize(1);
    assertThat(packets.getFirst().get(12) & 0x1f).as("STAP-A").isEqualTo(24);
    assertThat(packets.getFirst().get(1)).as("marker and type").isEqualTo((byte) 0xe0);
  }

  @Test
  void accept_largeUnit_isFragmentedWithinTheBound() {
    packetizer(1200).accept(frame(SyntheticPictures.delta(5000)));
    assertThat(packets).hasSize(5).allMatch(packet -> packet.limit() <= 1200);
    assertThat(packets.getFirst().get(13) & 0xc0).as("start").isEqualTo(0x80);
    assertThat(packets.getLast().get(13) & 0xc0).as("end").isEqualTo(0x40);
    assertThat(packets.subList(0, 4)).allMatch(packet -> packet.get(1) == 96);
    assertThat(packets.getLast().get(1)).isEqualTo((byte) 0xe0);
  }

  @Test
  void accept_numbers_riseAndWrap() {
    packetizer(100).accept(frame(SyntheticPictures.delta(1000)));
    int expected = 65530;
    for (ByteBuffer packet : packets) {
      assertThat(packet.getShort(2) & 0xffff).isEqualTo(expected);
      expected = (expected + 1) & 0xffff;
    }
    assertThat(expected).as("it wrapped").isLessThan(100);
  }

  @Test
  void timestamp_captureTime_countsNinetyThousandASecond() {
    int first = RtpPacketWriter.timestamp(1_700_000_000_000_000L, 90_000);
    assertThat(RtpPacketWriter.timestamp(1_700_000_001_000_000L, 90_000) - first).isEqualTo(90_000);
  }

  @Test
  void packetizer_noRoomForAPacket_isRefused() {
    assertThatThrownBy(() -> packetizer(20)).isInstanceOf(IllegalArgumentException.class);
  }
}
