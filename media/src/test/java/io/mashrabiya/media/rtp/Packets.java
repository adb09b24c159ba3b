package io.mashrabiya.media.rtp;

import java.nio.ByteBuffer;

/// Makes RTP packets for tests: byte by byte, without the packetizer that they test.
public final class Packets {
  static final int SOURCE = 0x11223344;
  static final int PAYLOAD_TYPE = 96;

  private Packets() {}

  /// The bytes of a packet without extras.
  static ByteBuffer bytes(int sequenceNumber, int timestamp, boolean marker, byte... payload) {
    return ByteBuffer.allocate(12 + payload.length)
        .put((byte) 0x80)
        .put((byte) ((marker ? 0x80 : 0) | PAYLOAD_TYPE))
        .putShort((short) sequenceNumber)
        .putInt(timestamp)
        .putInt(SOURCE)
        .put(payload)
        .flip();
  }

  /// The same, read.
  public static RtpPacket packet(
      int sequenceNumber, int timestamp, boolean marker, byte... payload) {
    RtpPacket packet = new RtpPacket();
    RtpPacket.Reading reading = packet.read(bytes(sequenceNumber, timestamp, marker, payload));
    if (reading != RtpPacket.Reading.WELL_FORMED) {
      throw new AssertionError(reading);
    }
    return packet;
  }
}
