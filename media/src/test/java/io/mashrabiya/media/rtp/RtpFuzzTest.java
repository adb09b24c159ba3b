package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.Track;
import java.nio.ByteBuffer;

/// Hostile packets: whatever a camera sends, what comes out keeps its guarantees, and nothing is
/// thrown.
class RtpFuzzTest {
  private static final int MOST_BYTES = 64 * 1024;

  @FuzzTest
  void packet(byte[] input) {
    RtpPacket packet = new RtpPacket();
    if (packet.read(ByteBuffer.wrap(input)) == RtpPacket.Reading.WELL_FORMED) {
      assertThat(packet.payloadLength()).isBetween(0, input.length - 12);
      assertThat(packet.payloadType()).isBetween(0, 127);
      packet.copyPayload(0, packet.payloadLength(), new byte[packet.payloadLength()], 0);
    }
    Rtcp.saysGoodbye(ByteBuffer.wrap(input));
  }

  /// Each packet is a length byte, a byte of timestamp step, marker and loss, and that much
  /// payload.
  @FuzzTest
  void depacketizer(byte[] input) {
    boolean[] keySeen = {false};
    AccessUnitSink sink =
        (annexB, key, timestamp, arrival) -> {
          keySeen[0] |= key;
          assertThat(keySeen[0]).isTrue();
          assertThat(annexB.length).isBetween(5, MOST_BYTES * 2);
          assertThat(annexB).startsWith(0, 0, 0, 1);
        };
    H264Depacketizer depacketizer = new H264Depacketizer(new StreamCounters(), sink, MOST_BYTES);
    depacketizer.parameterSet(SyntheticPictures.SPS);
    depacketizer.parameterSet(SyntheticPictures.PPS);
    ByteBuffer bytes = ByteBuffer.wrap(input);
    int timestamp = 0;
    for (int number = 0; bytes.remaining() >= 2; number++) {
      int length = bytes.get() & 0xff;
      int control = bytes.get();
      byte[] payload = new byte[Math.min(length, bytes.remaining())];
      bytes.get(payload);
      timestamp += control & 0x0f;
      if ((control & 0x20) != 0) {
        depacketizer.lost();
      }
      depacketizer.accept(
          Packets.packet(number, timestamp, (control & 0x10) != 0, payload), number);
    }
  }

  /// The whole way, with packets as they come from the connection: two bytes of length before each.
  @FuzzTest
  void receiver(byte[] input) {
    long[] last = {Long.MIN_VALUE};
    long[] now = {0};
    RtpReceiver receiver =
        new RtpReceiver(
            Track.MAIN,
            Packets.PAYLOAD_TYPE,
            () -> now[0] += 1000,
            new StreamCounters(),
            (Frame frame) -> {
              assertThat(frame.captureTimeMicros()).isGreaterThan(last[0]);
              last[0] = frame.captureTimeMicros();
            });
    receiver.parameterSet(SyntheticPictures.SPS);
    receiver.parameterSet(SyntheticPictures.PPS);
    ByteBuffer bytes = ByteBuffer.wrap(input);
    while (bytes.remaining() >= 2) {
      int length = Math.min(bytes.getShort() & 0xffff, bytes.remaining());
      receiver.accept(bytes.slice(bytes.position(), length));
      bytes.position(bytes.position() + length);
    }
  }
}
