package io.mashrabiya.media.rtp;

import io.mashrabiya.media.h265.NalUnitType;
import java.nio.ByteBuffer;
import java.util.List;

/// Cuts frames of H.265 into RTP packets (RFC 7798, in decoding order): small units together as AP,
/// units that fit as they are, large ones as FU. The last packet of a frame has the marker bit.
///
/// Owned by one thread.
public final class H265Packetizer extends NalPacketizer {
  private static final int AP = 48;
  private static final int FU = 49;

  public H265Packetizer(RtpPacketWriter writer) {
    super(writer, NalUnitType.HEADER_BYTES);
  }

  /// Layer and temporal id are the lowest among the units (section 4.4.2).
  @Override
  void beginAggregate(ByteBuffer packet, List<ByteBuffer> units) {
    int layer = 63;
    int temporal = 7;
    int forbiddenBit = 0;
    for (ByteBuffer unit : units) {
      byte second = unit.remaining() > 1 ? unit.get(1) : 0;
      layer = Math.min(layer, NalUnitType.layer(unit.get(0), second));
      temporal = Math.min(temporal, second & 7);
      forbiddenBit |= unit.get(0) & 0x80;
    }
    packet.put((byte) (forbiddenBit | (AP << 1) | (layer >> 5)));
    packet.put((byte) ((layer << 3) | temporal));
  }

  @Override
  void beginFragment(ByteBuffer packet, ByteBuffer unit, int edges) {
    packet.put((byte) ((unit.get(0) & 0x81) | (FU << 1)));
    packet.put(unit.get(1));
    packet.put((byte) (edges | NalUnitType.of(unit.get(0))));
  }
}
