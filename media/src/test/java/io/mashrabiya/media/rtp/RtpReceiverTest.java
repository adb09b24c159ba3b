package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.rtp.RtpReceiver.Brought;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpReceiverTest {
  private static final byte[] SLICE = {0x41, (byte) 0x9a, 7, 8, 9};
  private static final byte[] IDR = {0x65, (byte) 0x88, 1};

  private final List<Frame> frames = new ArrayList<>();
  private final StreamCounters counters = new StreamCounters();
  private long now = 5_000_000;
  private final RtpReceiver receiver =
      new RtpReceiver(
          RtpStream.h264(
              Packets.PAYLOAD_TYPE, List.of(SyntheticPictures.SPS, SyntheticPictures.PPS)),
          () -> now,
          counters,
          frames::add);

  @Test
  void accept_keyFrame_isStampedWithThisClock() {
    assertThat(receiver.accept(Packets.bytes(1, 90_000, true, IDR))).isEqualTo(Brought.KEY_FRAME);
    assertThat(frames).hasSize(1);
    assertThat(frames.getFirst().captureTimeMicros()).isEqualTo(5_000_000);
    assertThat(frames.getFirst().key()).isTrue();
    assertThat(frames.getFirst().track()).isEqualTo(Track.MAIN);
  }

  @Test
  void accept_packetsThatMakeNoWholePicture_areOnlyASignOfLife() {
    assertThat(receiver.accept(Packets.bytes(1, 3600, true, SLICE)))
        .as("before any key frame")
        .isEqualTo(Brought.PACKET);
    assertThat(receiver.accept(Packets.bytes(2, 7200, false, IDR)))
        .as("the first part")
        .isEqualTo(Brought.PACKET);
    assertThat(receiver.accept(Packets.bytes(3, 7200, true, IDR)))
        .as("the last part")
        .isEqualTo(Brought.KEY_FRAME);
    assertThat(receiver.accept(Packets.bytes(4, 10_800, true, SLICE)))
        .as("one that depends on it")
        .isEqualTo(Brought.FRAME);
    assertThat(receiver.accept(Packets.bytes(4, 10_800, true, SLICE)))
        .as("the same again")
        .isEqualTo(Brought.PACKET);
  }

  @Test
  void accept_packetLost_dropsToTheNextKeyAndCounts() {
    receiver.accept(Packets.bytes(1, 3600, true, IDR));
    receiver.accept(Packets.bytes(4, 7200, true, SLICE));
    receiver.accept(Packets.bytes(5, 10800, true, SLICE));
    receiver.accept(Packets.bytes(6, 14400, true, IDR));
    assertThat(frames).extracting(Frame::key).containsExactly(true, true);
    assertThat(counters.of(StreamEvent.PACKET_LOST)).isEqualTo(2);
    assertThat(counters.of(StreamEvent.FRAME_BEFORE_KEY)).isEqualTo(2);
  }

  @Test
  void accept_duplicatesAndLatecomers_disturbNothing() {
    receiver.accept(Packets.bytes(10, 3600, true, IDR));
    receiver.accept(Packets.bytes(10, 3600, true, IDR));
    receiver.accept(Packets.bytes(5, 1800, true, IDR));
    receiver.accept(Packets.bytes(11, 7200, true, SLICE));
    assertThat(frames).hasSize(2);
    assertThat(counters.of(StreamEvent.PACKET_DUPLICATE)).isOne();
    assertThat(counters.of(StreamEvent.PACKET_LATE)).isOne();
  }

  @Test
  void accept_otherPayloadType_isNoSignOfLife() {
    ByteBuffer other = Packets.bytes(1, 3600, true, IDR).put(1, (byte) 97);
    assertThat(receiver.accept(other)).isEqualTo(Brought.NOTHING);
    assertThat(counters.of(StreamEvent.PACKET_FOREIGN)).isOne();
  }

  @Test
  void accept_noPacket_isCounted() {
    assertThat(receiver.accept(ByteBuffer.wrap(new byte[] {1, 2, 3}))).isEqualTo(Brought.NOTHING);
    assertThat(counters.of(StreamEvent.PACKET_MALFORMED)).isOne();
  }

  @Test
  void accept_cameraThatStartsAgain_waitsForItsKeyFrame() {
    receiver.accept(Packets.bytes(10, 3600, true, IDR));
    receiver.accept(Packets.bytes(11, 90, true, SLICE).putInt(8, 99));
    receiver.accept(Packets.bytes(12, 180, true, IDR).putInt(8, 99));
    assertThat(frames).extracting(Frame::key).containsExactly(true, true);
    assertThat(counters.of(StreamEvent.SENDER_RESTARTED)).isOne();
  }

  /// Bytes broken at random: every frame that still comes out begins where a decoder can begin, and
  /// times rise.
  @Test
  void accept_packetsBrokenAtRandom_keepsTheGuarantees() {
    Random random = new Random(17);
    H264Packetizer packetizer =
        new H264Packetizer(
            new RtpPacketWriter(96, 90_000, 7, 0, 300, packet -> broken(packet, random)));
    SyntheticPictures pictures = new SyntheticPictures(17);
    for (int i = 0; i < 3000; i++) {
      now += 40_000;
      packetizer.accept(pictures.frame(i, 10, 2_000));
    }
    assertThat(frames).hasSizeGreaterThan(100);
    assertThat(frames.getFirst().key()).isTrue();
    assertThat(frames).extracting(Frame::captureTimeMicros).isSorted().doesNotHaveDuplicates();
    assertThat(frames)
        .filteredOn(Frame::key)
        .allSatisfy(frame -> assertThat(frame.payload()).startsWith(0, 0, 0, 1, 0x67));
    assertThat(counters.of(StreamEvent.PACKET_LOST)).isPositive();
    assertThat(counters.of(StreamEvent.FRAME_BEFORE_KEY)).isPositive();
  }

  private void broken(ByteBuffer packet, Random random) {
    int chance = random.nextInt(100);
    if (chance == 0) {
      return; // lost
    }
    if (chance == 1) {
      packet.put(random.nextInt(packet.limit()), (byte) random.nextInt(256));
    } else if (chance == 2) {
      packet.limit(random.nextInt(packet.limit() + 1));
    }
    receiver.accept(packet);
  }
}
