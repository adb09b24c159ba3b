package io.mashrabiya.media.rtp;

import java.nio.ByteBuffer;

/// Writes the RTP packets of one stream (RFC 3550, section 5.1) into one buffer that is used again,
/// and counts them for sender reports. Owned by one thread.
public final class RtpPacketWriter {
  private final int payloadType;
  private final int clockRateHz;
  private final int source;
  private final ByteBuffer packet;
  private final PacketSink sink;
  private int sequenceNumber;
  private long packets;
  private long payloadBytes;

  /// Takes the packets that are made.
  @FunctionalInterface
  public interface PacketSink {
    /// Takes one packet: the bytes between position and limit, which are used again after the call.
    void accept(ByteBuffer packet);
  }

  /// @param clockRateHz how many units of the timestamps make a second
  /// @param source the SSRC, a random number
  /// @param firstSequenceNumber random too (RFC 3550, section 5.1)
  /// @param mostPacketBytes the largest packet made, header included
  public RtpPacketWriter(
      int payloadType,
      int clockRateHz,
      int source,
      int firstSequenceNumber,
      int mostPacketBytes,
      PacketSink sink) {
    this.payloadType = payloadType;
    this.clockRateHz = clockRateHz;
    this.source = source;
    this.sequenceNumber = firstSequenceNumber & 0xffff;
    this.packet = ByteBuffer.allocate(mostPacketBytes);
    this.sink = sink;
    if (mostPayloadBytes() < 16) {
      throw new IllegalArgumentException("too small for a packet: " + mostPacketBytes);
    }
  }

  /// How many bytes of payload fit one packet.
  public int mostPayloadBytes() {
    return packet.capacity() - RtpPacket.HEADER_BYTES;
  }

  /// The SSRC.
  public int source() {
    return source;
  }

  /// How many packets were made; for sender reports.
  public long packets() {
    return packets;
  }

  /// How many bytes of payload they held; for sender reports.
  public long payloadBytes() {
    return payloadBytes;
  }

  /// The RTP timestamp that belongs to a capture time: the same line for every stream of this rate,
  /// because it counts from 1970.
  public int timestamp(long captureTimeMicros) {
    return timestamp(captureTimeMicros, clockRateHz);
  }

  /// The same, for any rate.
  public static int timestamp(long captureTimeMicros, int clockRateHz) {
    long seconds = captureTimeMicros / 1_000_000;
    long rest = captureTimeMicros % 1_000_000;
    return (int) (seconds * clockRateHz + rest * clockRateHz / 1_000_000);
  }

  /// Begins a packet; its payload is to be put behind.
  ByteBuffer begin(long captureTimeMicros, boolean marker) {
    packet.clear();
    packet.put((byte) 0x80);
    packet.put((byte) ((marker ? 0x80 : 0) | payloadType));
    packet.putShort((short) sequenceNumber);
    packet.putInt(timestamp(captureTimeMicros));
    packet.putInt(source);
    sequenceNumber = (sequenceNumber + 1) & 0xffff;
    return packet;
  }

  /// Sends the packet that was begun.
  void send() {
    packet.flip();
    packets++;
    payloadBytes += packet.remaining() - RtpPacket.HEADER_BYTES;
    sink.accept(packet);
  }
}
