package io.mashrabiya.media.rtp;

import java.nio.ByteBuffer;
import java.util.List;

/// Cuts frames of H.264 into RTP packets (RFC 6184, packetization mode 1): small units together as
/// STAP-A, units that fit as they are, large ones as FU-A. The last packet of a frame has the
/// marker bit.
///
/// Owned by one thread.
public final class H264Packetizer extends NalPacketizer {
  private static final int STAP_A = 24;
  private static final int FU_A = 28;

  public H264Packetizer(RtpPacketWriter writer) {
    super(writer, 1);
  }

  @Override
  void beginAggregate(ByteBuffer packet, List<ByteBuffer> units) {
    int referenceBits = 0;
    for (ByteBuffer unit : units) {
      referenceBits = Math.max(referenceBits, unit.get(0) & 0x60);
    }
    packet.put((byte) (referenceBits | STAP_A));
  }

  @Override
  void beginFragment(ByteBuffer packet, ByteBuffer unit, int edges) {
    packet.put((byte) ((unit.get(0) & 0xe0) | FU_A));
    packet.put((byte) (edges | (unit.get(0) & 0x1f)));
  }
}
