package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.H265Pictures;
import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.jpeg.BaselineJpeg;
import io.mashrabiya.media.jpeg.JpegSize;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

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
    feed(depacketizer, ByteBuffer.wrap(input));
  }

  private static void feed(Depacketizer depacketizer, ByteBuffer bytes) {
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

  /// The same for H.265.
  @FuzzTest
  void h265(byte[] input) {
    boolean[] keySeen = {false};
    AccessUnitSink sink =
        (annexB, key, timestamp, arrival) -> {
          keySeen[0] |= key;
          assertThat(keySeen[0]).isTrue();
          assertThat(annexB.length).isBetween(6, MOST_BYTES * 2);
          assertThat(annexB).startsWith(0, 0, 0, 1);
        };
    H265Depacketizer depacketizer = new H265Depacketizer(new StreamCounters(), sink, MOST_BYTES);
    depacketizer.parameterSet(H265Pictures.VPS);
    depacketizer.parameterSet(H265Pictures.SPS);
    depacketizer.parameterSet(H265Pictures.PPS);
    feed(depacketizer, ByteBuffer.wrap(input));
  }

  /// The same for JPEG, with whole packets, because their headers may have an extension.
  @FuzzTest
  void jpeg(byte[] input) {
    AccessUnitSink sink =
        (file, key, timestamp, arrival) -> {
          assertThat(key).isTrue();
          assertThat(file.length).isLessThan(MOST_BYTES + 1024);
          assertThat(file).endsWith(0xff, 0xd9);
          if (BaselineJpeg.read(file) instanceof BaselineJpeg.Reading.Refused(String words)) {
            assertThat(words).as("the camera's part of the file").contains("scan");
          }
        };
    var size = Optional.of(new JpegSize(2560, 1440));
    var depacketizer = new JpegDepacketizer(size, new StreamCounters(), sink, MOST_BYTES);
    RtpPacket packet = new RtpPacket();
    ByteBuffer bytes = ByteBuffer.wrap(input);
    while (bytes.remaining() >= 2) {
      int length = Math.min(bytes.getShort() & 0xffff, bytes.remaining());
      if (packet.read(bytes.slice(bytes.position(), length)) == RtpPacket.Reading.WELL_FORMED) {
        depacketizer.accept(packet, 0);
      }
      bytes.position(bytes.position() + length);
    }
  }

  /// The whole way, with packets as they come from the connection: two bytes of length before each.
  @FuzzTest
  void receiver(byte[] input) {
    long[] last = {Long.MIN_VALUE};
    long[] now = {0};
    RtpReceiver receiver =
        new RtpReceiver(
            RtpStream.h264(
                Packets.PAYLOAD_TYPE, List.of(SyntheticPictures.SPS, SyntheticPictures.PPS)),
            () -> now[0] += 1000,
            new StreamCounters(),
            (Frame frame) -> {
              assertThat(frame.captureTimeMicros()).isGreaterThan(last[0]);
              last[0] = frame.captureTimeMicros();
            });
    ByteBuffer bytes = ByteBuffer.wrap(input);
    while (bytes.remaining() >= 2) {
      int length = Math.min(bytes.getShort() & 0xffff, bytes.remaining());
      receiver.accept(bytes.slice(bytes.position(), length));
      bytes.position(bytes.position() + length);
    }
  }

  /// The first byte chooses how AAC is packed; then packets as for the pictures.
  @FuzzTest
  void sound(byte[] input) {
    if (input.length == 0) {
      return;
    }
    AccessUnitSink sink =
        (unit, key, timestamp, arrival) -> {
          assertThat(key).isTrue();
          assertThat(unit.length).isBetween(1, MOST_BYTES);
        };
    Depacketizer depacketizer = sound(input[0] & 3, sink);
    ByteBuffer bytes = ByteBuffer.wrap(input, 1, input.length - 1);
    for (int number = 0; bytes.remaining() >= 2; number++) {
      int length = bytes.get() & 0xff;
      int control = bytes.get();
      byte[] payload = new byte[Math.min(length, bytes.remaining())];
      bytes.get(payload);
      if ((control & 0x20) != 0) {
        depacketizer.lost();
      }
      depacketizer.accept(
          Packets.packet(number, control & 0x0f, (control & 0x10) != 0, payload), number);
    }
  }

  private static Depacketizer sound(int way, AccessUnitSink sink) {
    StreamCounters counters = new StreamCounters();
    return switch (way) {
      case 0 -> new AacDepacketizer(AacHeaders.HIGH_BIT_RATE, 1024, 16_000, counters, sink);
      case 1 -> new AacDepacketizer(new AacHeaders(6, 2, 3, 0, 5), 1024, 16_000, counters, sink);
      case 2 -> new AacDepacketizer(new AacHeaders(0, 0, 0, 9, 0), 960, 48_000, counters, sink);
      default -> new LatmDepacketizer(2, 1024, 16_000, counters, sink);
    };
  }
}
