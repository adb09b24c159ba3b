package io.mashrabiya.media.rtp;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.nal.AnnexB;
import java.nio.ByteBuffer;
import java.util.List;

/// Cuts frames of NAL units into RTP packets: small units together, units that fit as they are,
/// large ones in fragments. The last packet of a frame has the marker bit. How an aggregate and a
/// fragment begin, each codec says.
///
/// Owned by one thread.
abstract class NalPacketizer implements Packetizer {
  private final RtpPacketWriter writer;
  private final int mostPayloadBytes;
  private final int headerBytes;
  private long captureTimeMicros;

  /// @param headerBytes how many bytes the header of a unit has, and the front of an aggregate; the
  ///   front of a fragment has one more
  NalPacketizer(RtpPacketWriter writer, int headerBytes) {
    this.writer = writer;
    this.mostPayloadBytes = writer.mostPayloadBytes();
    this.headerBytes = headerBytes;
  }

  /// Writes what stands before the units of an aggregate.
  abstract void beginAggregate(ByteBuffer packet, List<ByteBuffer> units);

  /// Writes what stands before a fragment.
  ///
  /// @param unit the whole unit, with its header at 0
  /// @param edges 0x80 for its first fragment, 0x40 for its last
  abstract void beginFragment(ByteBuffer packet, ByteBuffer unit, int edges);

  @Override
  public final void accept(Frame frame) {
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

  /// The end of the longest run of units from `first` that one aggregate holds; at least `first +
  /// 1`.
  private int fittingTogether(List<ByteBuffer> units, int first) {
    int size = headerBytes;
    int end = first;
    while (end < units.size() && size + 2 + units.get(end).remaining() <= mostPayloadBytes) {
      size += 2 + units.get(end).remaining();
      end++;
    }
    return Math.max(end, first + 1);
  }

  private void aggregate(List<ByteBuffer> units, boolean last) {
    ByteBuffer packet = begin(last);
    beginAggregate(packet, units);
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
    unit.position(headerBytes);
    int startBit = 0x80;
    while (unit.hasRemaining()) {
      int size = Math.min(unit.remaining(), mostPayloadBytes - headerBytes - 1);
      int endBit = size == unit.remaining() ? 0x40 : 0;
      ByteBuffer packet = begin(last && endBit != 0);
      beginFragment(packet, unit, startBit | endBit);
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
