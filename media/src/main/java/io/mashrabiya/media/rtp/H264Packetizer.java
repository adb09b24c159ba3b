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
public final class H264Packetizer {
  private static final int STAP_A = 24;
  private static final int FU_A = 28;

  private final int payloadType;
  private final int source;
  private final int mostPayloadBytes;
  private int sequenceNumber;
  private final ByteBuffer packet;
  private final PacketSink sink;

  private long packets;
  private long payloadBytes;
  private int timestamp90k;

  /// Takes the packets that are made.
  @FunctionalInterface
  public interface PacketSink {
    /// Takes one packet: the bytes between position and limit, which are used again after the call.
    void accept(ByteBuffer packet);
  }

  /// @param source the SSRC, a random number
  /// @param firstSequenceNumber random too (RFC 3550, section 5.1)
  /// @param mostPacketBytes the largest packet made, header included
  public H264Packetizer(
      int payloadType, int source, int firstSequenceNumber, int mostPacketBytes, PacketSink sink) {
    this.payloadType = payloadType;
    this.source = source;
    this.sequenceNumber = firstSequenceNumber & 0xffff;
    this.mostPayloadBytes = mostPacketBytes - RtpPacket.HEADER_BYTES;
    this.packet = ByteBuffer.allocate(mostPacketBytes);
    this.sink = sink;
    if (mostPayloadBytes < 16) {
      throw new IllegalArgumentException("too small for a packet: " + mostPacketBytes);
    }
  }

  /// Sends one frame.
  public void accept(Frame frame) {
    timestamp90k = timestamp90k(frame.captureTimeMicros());
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

  /// How many packets were made; for sender reports.
  public long packets() {
    return packets;
  }

  /// How many bytes of payload they held; for sender reports.
  public long payloadBytes() {
    return payloadBytes;
  }

  /// The RTP timestamp that belongs to a capture time: the same line for every stream, because 90
  /// kHz counts from 1970.
  public static int timestamp90k(long captureTimeMicros) {
    return (int) (captureTimeMicros * 9 / 100);
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
    begin(last);
    int referenceBits = 0;
    for (ByteBuffer unit : units) {
      referenceBits = Math.max(referenceBits, unit.get(0) & 0x60);
    }
    packet.put((byte) (referenceBits | STAP_A));
    for (ByteBuffer unit : units) {
      packet.putShort((short) unit.remaining()).put(unit);
    }
    send();
  }

  private void whole(ByteBuffer unit, boolean last) {
    begin(last);
    packet.put(unit);
    send();
  }

  private void fragments(ByteBuffer unit, boolean last) {
    byte header = unit.get();
    int startBit = 0x80;
    while (unit.hasRemaining()) {
      int size = Math.min(unit.remaining(), mostPayloadBytes - 2);
      int endBit = size == unit.remaining() ? 0x40 : 0;
      begin(last && endBit != 0);
      packet.put((byte) ((header & 0xe0) | FU_A));
      packet.put((byte) (startBit | endBit | (header & 0x1f)));
      packet.put(unit.slice(unit.position(), size));
      unit.position(unit.position() + size);
      send();
      startBit = 0;
    }
  }

  private void begin(boolean marker) {
    packet.clear();
    packet.put((byte) 0x80);
    packet.put((byte) ((marker ? 0x80 : 0) | payloadType));
    packet.putShort((short) sequenceNumber);
    packet.putInt(timestamp90k);
    packet.putInt(source);
    sequenceNumber = (sequenceNumber + 1) & 0xffff;
  }

  private void send() {
    packet.flip();
    packets++;
    payloadBytes += packet.remaining() - RtpPacket.HEADER_BYTES;
    sink.accept(packet);
  }
}
