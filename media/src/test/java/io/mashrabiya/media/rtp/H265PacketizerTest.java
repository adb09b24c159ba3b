package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.H265Pictures;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.SyntheticPictures;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H265PacketizerTest {
  private final List<ByteBuffer> packets = new ArrayList<>();

  private H265Packetizer packetizer(int mostPacketBytes) {
    return new H265Packetizer(new RtpPacketWriter(96, 90_000, 7, 1, mostPacketBytes, this::keep));
  }

  private void keep(ByteBuffer packet) {
    packets.add(ByteBuffer.allocate(packet.remaining()).put(packet.duplicate()).flip());
  }

  @ParameterizedTest(name = "packets of at most {0} bytes")
  @ValueSource(ints = {28, 100, 1200, 65535})
  void accept_recording_comesBackFromTheDepacketizer(int mostPacketBytes) {
    List<Frame> back = new ArrayList<>();
    StreamCounters counters = new StreamCounters();
    RtpReceiver receiver =
        new RtpReceiver(RtpStream.h265(96, List.of()), () -> 0, counters, back::add);
    var writer = new RtpPacketWriter(96, 90_000, 7, 65530, mostPacketBytes, receiver::accept);
    H265Packetizer packetizer = new H265Packetizer(writer);
    List<byte[]> recorded = H265Pictures.recorded();
    for (int i = 0; i < recorded.size(); i++) {
      packetizer.accept(H265Pictures.frame(i, recorded.get(i)));
    }
    assertThat(back).extracting(Frame::payload).containsExactlyElementsOf(recorded);
    assertThat(back).allMatch(frame -> frame.track().format() == PictureFormat.H265);
    assertThat(back.stream().filter(Frame::key)).as("every ten").hasSize(4);
    assertThat(counters.of(StreamEvent.PACKET)).isEqualTo(writer.packets());
  }

  @Test
  void accept_smallUnits_goTogetherWithOneMarker() {
    byte[] unit =
        SyntheticPictures.annexB(
            H265Pictures.VPS, H265Pictures.SPS, H265Pictures.PPS, H265Pictures.IDR);
    packetizer(1200).accept(H265Pictures.frame(0, unit));
    assertThat(packets).hasSize(1);
    assertThat(packets.getFirst().getShort(12)).as("AP").isEqualTo((short) 0x6001);
    assertThat(packets.getFirst().get(1)).as("marker and type").isEqualTo((byte) 0xe0);
  }

  @Test
  void accept_largeUnit_isFragmentedWithinTheBound() {
    byte[] slice = H265Pictures.slice(1, true, 5000);
    packetizer(1200).accept(H265Pictures.frame(0, SyntheticPictures.annexB(slice)));
    assertThat(packets).hasSize(5).allMatch(packet -> packet.limit() <= 1200);
    assertThat(packets).allMatch(packet -> packet.getShort(12) == (short) 0x6201);
    assertThat(packets.getFirst().get(14)).as("start").isEqualTo((byte) 0x81);
    assertThat(packets.getLast().get(14)).as("end").isEqualTo((byte) 0x41);
    assertThat(packets.subList(0, 4)).allMatch(packet -> packet.get(1) == 96);
    assertThat(packets.getLast().get(1)).isEqualTo((byte) 0xe0);
  }

  @Test
  void accept_unitsOfSeveralSubLayers_areAggregatedUnderTheLowest() {
    byte[] higher = H265Pictures.slice(0, false, 9);
    higher[1] = 3;
    byte[] unit = SyntheticPictures.annexB(higher, H265Pictures.SLICE);
    packetizer(1200).accept(H265Pictures.frame(0, unit));
    assertThat(packets.getFirst().getShort(12)).isEqualTo((short) 0x6001);
  }
}
