package io.mashrabiya.media.rtp;

import java.util.Arrays;

/// Takes the access units of AAC out of LATM whose configuration came in the description (RFC 6416,
/// section 6, `cpresent=0`): an AudioMuxElement in one packet, or in several up to the marker.
///
/// Owned by one thread.
public final class LatmDepacketizer implements Depacketizer {
  private static final int MOST_ELEMENT_BYTES = 64 * 1024;

  private final int framesPerElement;
  private final int unitTicks;
  private final int clockRateHz;
  private final StreamCounters counters;
  private final AccessUnitSink sink;
  private byte[] element = new byte[2048];
  private int length;
  private boolean damaged;

  /// @param framesPerElement how many access units one AudioMuxElement holds
  /// @param unitTicks how many units of the stream's timestamps one access unit lasts
  /// @param clockRateHz how many of them make a second
  public LatmDepacketizer(
      int framesPerElement,
      int unitTicks,
      int clockRateHz,
      StreamCounters counters,
      AccessUnitSink sink) {
    this.framesPerElement = framesPerElement;
    this.unitTicks = unitTicks;
    this.clockRateHz = clockRateHz;
    this.counters = counters;
    this.sink = sink;
  }

  /// Nothing says where an element begins, so that what follows a loss is dropped up to the next
  /// marker.
  @Override
  public void lost() {
    damaged = true;
  }

  @Override
  public void accept(RtpPacket packet, long now) {
    add(packet);
    if (!packet.marker()) {
      return;
    }
    if (damaged) {
      counters.count(StreamEvent.FRAME_DAMAGED);
    } else {
      units(packet.timestamp(), now);
    }
    length = 0;
    damaged = false;
  }

  private void add(RtpPacket packet) {
    int more = packet.payloadLength();
    if (damaged || more > MOST_ELEMENT_BYTES - length) {
      damaged = true;
      return;
    }
    if (more > element.length - length) {
      element = Arrays.copyOf(element, Math.max(2 * element.length, length + more));
    }
    packet.copyPayload(0, more, element, length);
    length += more;
  }

  /// Each unit behind its length: bytes of 255 and a last one of less, added up (ISO/IEC 14496-3,
  /// 1.7.3.2.3).
  private void units(int timestamp, long now) {
    int at = 0;
    for (int i = 0; i < framesPerElement; i++) {
      int size = 0;
      int next = 255;
      while (next == 255 && at < length) {
        next = element[at] & 0xff;
        size += next;
        at++;
      }
      if (next == 255 || size == 0 || size > length - at) {
        counters.count(StreamEvent.PAYLOAD_MALFORMED);
        return;
      }
      long laterMicros = (framesPerElement - 1L - i) * unitTicks * 1_000_000L / clockRateHz;
      byte[] unit = Arrays.copyOfRange(element, at, at + size);
      sink.accept(unit, true, timestamp + i * unitTicks, now - laterMicros);
      at += size;
    }
  }
}
