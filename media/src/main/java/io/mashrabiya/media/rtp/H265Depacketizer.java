package io.mashrabiya.media.rtp;

import io.mashrabiya.media.h265.NalUnitType;

/// Puts the access units of an H.265 stream together from its RTP packets (RFC 7798: single NAL
/// units, AP, FU), with the guarantees and leniencies of [AccessUnitAssembly]. A payload of no
/// bytes is skipped.
///
/// Not implemented: PACI (section 4.4.4), whose packets are counted and their frames dropped, and
/// sending in another order than decoding (`sprop-max-don-diff` above 0), which whoever reads the
/// description has to refuse: nothing in a packet tells of it.
///
/// Owned by one thread; nothing is allocated for a packet.
public final class H265Depacketizer implements Depacketizer {
  private static final int AP = 48;
  private static final int FU = 49;
  private static final int FU_START = 0x80;
  private static final int HEADER_BYTES = NalUnitType.HEADER_BYTES;
  private static final int ALL_BUT_TYPE = 0x81ff;

  private final AccessUnitAssembly units;

  public H265Depacketizer(StreamCounters counters, AccessUnitSink sink) {
    this(counters, sink, AccessUnitAssembly.MOST_BYTES);
  }

  H265Depacketizer(StreamCounters counters, AccessUnitSink sink, int mostBytes) {
    this.units = new AccessUnitAssembly(new H265Syntax(), counters, sink, mostBytes);
  }

  /// Takes a parameter set that came outside the stream (`sprop-vps`, `sprop-sps`, `sprop-pps`).
  public void parameterSet(byte[] set) {
    units.parameterSet(set);
  }

  @Override
  public void lost() {
    units.lost();
  }

  @Override
  public void accept(RtpPacket packet, long now) {
    units.begin(packet, now);
    if (packet.payloadLength() > 0) {
      payload(packet);
    }
    units.end(packet);
  }

  private void payload(RtpPacket packet) {
    byte first = packet.payloadByte(0);
    int type = NalUnitType.of(first);
    if (first < 0 || packet.payloadLength() < HEADER_BYTES) {
      // forbidden_zero_bit: the sender itself says that it is broken
      units.damage(StreamEvent.PAYLOAD_MALFORMED);
    } else if (type == FU) {
      fragment(packet);
    } else if (type == AP) {
      units.aggregate(packet, HEADER_BYTES);
    } else if (type > NalUnitType.LAST) {
      units.damage(StreamEvent.PAYLOAD_UNSUPPORTED);
    } else {
      units.whole(packet, 0, packet.payloadLength());
    }
  }

  private void fragment(RtpPacket packet) {
    if (packet.payloadLength() < HEADER_BYTES + 2) {
      units.damage(StreamEvent.PAYLOAD_MALFORMED);
      return;
    }
    int fragmentHeader = packet.payloadByte(HEADER_BYTES);
    int header = (packet.payloadShort(0) & ALL_BUT_TYPE) | ((fragmentHeader & 0x3f) << 9);
    units.fragment(packet, (fragmentHeader & FU_START) != 0, header, HEADER_BYTES + 1);
  }
}
