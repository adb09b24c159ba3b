package io.mashrabiya.media.rtp;

import java.util.Arrays;

/// Takes the access units of AAC out of their packets (RFC 3640): one or several whole units in a
/// packet, or parts of one in several.
///
/// Guarantee: a unit is handed on whole or not at all; what is malformed costs its packet, and no
/// other. Units of one packet are stamped as if each had arrived when its sound was over, so that
/// their times are as far apart as they last.
///
/// Interleaved units are not implemented: their packets are counted and dropped. Owned by one
/// thread.
public final class AacDepacketizer implements Depacketizer {
  /// The largest unit taken: what eight channels may have at most (ISO/IEC 14496-3, 4.5.3.3: 6144
  /// bits a channel).
  public static final int MOST_UNIT_BYTES = 8 * 6144 / 8;

  private static final int MOST_UNITS = 64;
  private static final int NO_PART = -1;

  private final AacHeaders headers;
  private final int unitTicks;
  private final int clockRateHz;
  private final StreamCounters counters;
  private final AccessUnitSink sink;
  private final int[] sizes = new int[MOST_UNITS];
  private byte[] part = {};
  private int partLength = NO_PART;
  private int partTimestamp;

  /// @param unitTicks how many units of the stream's timestamps one access unit lasts
  /// @param clockRateHz how many of them make a second
  public AacDepacketizer(
      AacHeaders headers,
      int unitTicks,
      int clockRateHz,
      StreamCounters counters,
      AccessUnitSink sink) {
    this.headers = headers;
    this.unitTicks = unitTicks;
    this.clockRateHz = clockRateHz;
    this.counters = counters;
    this.sink = sink;
  }

  @Override
  public void lost() {
    partLength = NO_PART;
  }

  @Override
  public void accept(RtpPacket packet, long now) {
    var header = new HeaderBits(packet);
    int units = units(packet, header);
    if (units < 0) {
      return;
    }
    int at = header.endBytes();
    int left = packet.payloadLength() - at;
    if (units == 1 && (partLength >= 0 || sizes[0] > left)) {
      part(packet, at, now);
      return;
    }
    partLength = NO_PART;
    whole(packet, at, units, now);
  }

  /// Reads the headers into `sizes`; negative when they make no sense.
  private int units(RtpPacket packet, HeaderBits bits) {
    if (!headers.present()) {
      sizes[0] = headers.constantSizeBytes() > 0 ? headers.constantSizeBytes() : bits.left() / 8;
      return sizes[0] > 0 ? 1 : refuse(StreamEvent.PAYLOAD_MALFORMED);
    }
    int end = 16 + bits.read(16);
    if (end > packet.payloadLength() * 8) {
      return refuse(StreamEvent.PAYLOAD_MALFORMED);
    }
    int units = 0;
    while (bits.at + headers.size() + indexBits(units) <= end && units < MOST_UNITS) {
      sizes[units] = headers.size() > 0 ? bits.read(headers.size()) : headers.constantSizeBytes();
      if (bits.read(indexBits(units)) != 0) {
        return refuse(StreamEvent.PAYLOAD_UNSUPPORTED);
      }
      if (sizes[units] == 0 || sizes[units] > MOST_UNIT_BYTES) {
        return refuse(StreamEvent.PAYLOAD_MALFORMED);
      }
      units++;
    }
    bits.at = end + (8 - end % 8) % 8;
    bits.skipAuxiliary(headers.auxiliarySize());
    return units > 0 && bits.left() >= 0 ? units : refuse(StreamEvent.PAYLOAD_MALFORMED);
  }

  private int indexBits(int unit) {
    return unit == 0 ? headers.index() : headers.indexDelta();
  }

  private int refuse(StreamEvent reason) {
    counters.count(reason);
    partLength = NO_PART;
    return -1;
  }

  private void whole(RtpPacket packet, int from, int units, long now) {
    if (Arrays.stream(sizes, 0, units).sum() > packet.payloadLength() - from) {
      refuse(StreamEvent.PAYLOAD_MALFORMED);
      return;
    }
    int at = from;
    for (int i = 0; i < units; i++) {
      byte[] unit = new byte[sizes[i]];
      packet.copyPayload(at, unit.length, unit, 0);
      at += unit.length;
      long laterMicros = (units - 1L - i) * unitTicks * 1_000_000L / clockRateHz;
      sink.accept(unit, true, packet.timestamp() + i * unitTicks, now - laterMicros);
    }
  }

  /// One part of a unit; each says how long the whole is (section 3.2.3.1).
  private void part(RtpPacket packet, int at, long now) {
    int length = packet.payloadLength() - at;
    if (partLength < 0 || packet.timestamp() != partTimestamp) {
      counters.count(StreamEvent.FRAME_DAMAGED, partLength > 0 ? 1 : 0);
      partLength = 0;
      partTimestamp = packet.timestamp();
    }
    if (length > sizes[0] - partLength) {
      refuse(StreamEvent.PAYLOAD_MALFORMED);
      return;
    }
    if (part.length < sizes[0]) {
      part = Arrays.copyOf(part, sizes[0]);
    }
    packet.copyPayload(at, length, part, partLength);
    partLength += length;
    if (partLength == sizes[0]) {
      sink.accept(Arrays.copyOf(part, partLength), true, partTimestamp, now);
      partLength = NO_PART;
    } else if (packet.marker()) {
      refuse(StreamEvent.FRAME_DAMAGED);
    }
  }

  /// The bits at the front of a payload. Beyond its end there are zeros.
  private static final class HeaderBits {
    private final RtpPacket packet;
    private int at;

    HeaderBits(RtpPacket packet) {
      this.packet = packet;
    }

    int read(int count) {
      int value = 0;
      for (int i = 0; i < count; i++, at++) {
        boolean there = at / 8 < packet.payloadLength();
        int bit = there ? (packet.payloadByte(at / 8) >> (7 - at % 8)) & 1 : 0;
        value = (value << 1) | bit;
      }
      return value;
    }

    int left() {
      return packet.payloadLength() * 8 - at;
    }

    int endBytes() {
      return at / 8;
    }

    void skipAuxiliary(int sizeBits) {
      if (sizeBits > 0) {
        int bits = read(sizeBits);
        at += bits;
        at += (8 - at % 8) % 8;
      }
    }
  }
}
