package io.mashrabiya.media.rtp;

import io.mashrabiya.media.Frame;

/// Sends each access unit of AAC in one packet, or in parts if it is large (RFC 3640, `AAC-hbr`: 13
/// bits of size, 3 of index). Owned by one thread.
public final class AacPacketizer implements Packetizer {
  private static final int HEADER_BYTES = 4;
  private static final short HEADER_BITS = 16;

  private final RtpPacketWriter writer;

  public AacPacketizer(RtpPacketWriter writer) {
    this.writer = writer;
  }

  @Override
  public void accept(Frame frame) {
    int size = frame.sizeBytes();
    for (int at = 0; at < size; ) {
      int length = Math.min(size - at, writer.mostPayloadBytes() - HEADER_BYTES);
      writer
          .begin(frame.captureTimeMicros(), at + length == size)
          .putShort(HEADER_BITS)
          .putShort((short) (size << 3))
          .put(frame.payload(), at, length);
      writer.send();
      at += length;
    }
  }
}
