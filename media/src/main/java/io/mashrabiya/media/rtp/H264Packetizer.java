package io.mashrabiya.media.rtp;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.h264.AnnexB;
import java.nio.ByteBuffer;
import java.util.List;

/// Cuts frames of H.264 into RTP packets (RFC 6184, packetization mode 1): small units together as
/// STAP-A, units that fit as they are, large ones as FU-A. The last packet of a frame has the
/// marker bit.
///
/// Owned by one thread.
public final class H264Packetizer implements Packetizer {
  private static final int STAP_A = 24;
  private static final int FU_A = 28;

  private final RtpPacketWriter writer;
  private final int mostPayloadBytes;
  private long captureTimeMicros;

  public H264Packetizer(RtpPacketWriter writer) {
    this.writer = writer;
    this.mostPayloadBytes = writer.mostPayloadBytes();
  }

  @Override
  public void accept(Frame frame) {
    captureTimeMicros = frame.captureTimeMicros();
    List<ByteBuffer> units = AnnexB.units(frame.payload());
    int next = 0;
    while (next < units.size()) {
      int end = fittingTogether(units, next);
      boolean last = end == units.size();
      if (end - next > 1) {
        aggregate(units.subList(next, end), last);
      } else if (units.get(next).remaining() <= mostPayloadBytes) {
        whole(units.get(next), last);
      } else {
        fragments(units.get(next), last);
      }
      next = end;
    }
  }

  /// The end of the longest run of units from `first` that one STAP-A holds; at least `first + 1`.
  private int fittingTogether(List<ByteBuffer> units, int first) {
    int size = 1;
    int end = first;
    while (end < units.size() && size + 2 + units.get(end).remaining() <= mostPayloadBytes) {
      size += 2 + units.get(end).remaining();
      end++;
    }
    return Math.max(end, first + 1);
  }

  private void aggregate(List<ByteBuffer> units, boolean last) {
    ByteBuffer packet = begin(last);
    int referenceBits = 0;
    for (ByteBuffer unit : units) {
      referenceBits = Math.max(referenceBits, unit.get(0) & 0x60);
    }
    packet.put((byte) (referenceBits | STAP_A));
    for (ByteBuffer unit : units) {
      packet.putShort((short) unit.remaining()).put(unit);
    }
    writer.send();
  }

  private void whole(ByteBuffer unit, boolean last) {
    begin(last).put(unit);
    writer.send();
  }

  private void fragments(ByteBuffer unit, boolean last) {
    byte header = unit.get();
    int startBit = 0x80;
    while (unit.hasRemaining()) {
      int size = Math.min(unit.remaining(), mostPayloadBytes - 2);
      int endBit = size == unit.remaining() ? 0x40 : 0;
      ByteBuffer packet = begin(last && endBit != 0);
      packet.put((byte) ((header & 0xe0) | FU_A));
      packet.put((byte) (startBit | endBit | (header & 0x1f)));
      packet.put(unit.slice(unit.position(), size));
      unit.position(unit.position() + size);
      writer.send();
      startBit = 0;
    }
  }

  private ByteBuffer begin(boolean marker) {
    return writer.begin(captureTimeMicros, marker);
  }
}
