package io.mashrabiya.media.rtp;

import io.mashrabiya.media.h264.NalUnitType;

/// Puts the access units of an H.264 stream together from its RTP packets (RFC 6184: single NAL
/// units, STAP-A, FU-A), with the guarantees and leniencies of [AccessUnitAssembly]. A payload of
/// no bytes is skipped.
///
/// Owned by one thread; nothing is allocated for a packet.
public final class H264Depacketizer implements Depacketizer {
  private static final int STAP_A = 24;
  private static final int FU_A = 28;
  private static final int FU_START = 0x80;

  private final AccessUnitAssembly units;

  public H264Depacketizer(StreamCounters counters, AccessUnitSink sink) {
    this(counters, sink, AccessUnitAssembly.MOST_BYTES);
  }

  H264Depacketizer(StreamCounters counters, AccessUnitSink sink, int mostBytes) {
    this.units = new AccessUnitAssembly(new H264Syntax(), counters, sink, mostBytes);
  }

  /// Takes a parameter set that came outside the stream (`sprop-parameter-sets`).
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
    byte header = packet.payloadByte(0);
    int type = NalUnitType.of(header);
    if (header < 0) { // forbidden_zero_bit: the sender itself says that it is broken
      units.damage(StreamEvent.PAYLOAD_MALFORMED);
    } else if (type == FU_A) {
      fragment(packet);
    } else if (type == STAP_A) {
      units.aggregate(packet, 1);
    } else if (type == 0) {
      units.damage(StreamEvent.PAYLOAD_MALFORMED);
    } else if (type > STAP_A) {
      units.damage(StreamEvent.PAYLOAD_UNSUPPORTED);
    } else {
      units.whole(packet, 0, packet.payloadLength());
    }
  }

  private void fragment(RtpPacket packet) {
    if (packet.payloadLength() < 3) {
      units.damage(StreamEvent.PAYLOAD_MALFORMED);
      return;
    }
    int fragmentHeader = packet.payloadByte(1);
    int header = (packet.payloadByte(0) & 0xe0) | (fragmentHeader & 0x1f);
    units.fragment(packet, (fragmentHeader & FU_START) != 0, header, 2);
  }
}
