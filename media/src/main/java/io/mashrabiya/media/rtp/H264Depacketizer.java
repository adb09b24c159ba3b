package io.mashrabiya.media.rtp;

import io.mashrabiya.media.h264.NalUnitType;
import io.mashrabiya.media.h264.ParameterSets;

/// Puts the access units of an H.264 stream together from its RTP packets (RFC 6184: single NAL
/// units, STAP-A, FU-A).
///
/// Guarantee: what is handed on begins with a key frame, every key frame begins with the stream's
/// parameter sets, and after anything was lost or malformed nothing is handed on before the next
/// key frame.
///
/// An access unit ends at the marker bit or when the timestamp changes. Leniencies, each for
/// cameras that exist:
/// - the end bit of FU-A is not needed: a fragment goes on until the next start or the picture's
///   end;
/// - a start bit without the end of the unit before it ends that one;
/// - a marker bit on a packet before the picture's first slice (after parameter sets) ends nothing;
/// - marker bits on every slice of a picture are noticed, and not trusted from then on (one frame
///   more of delay);
/// - a payload of no bytes is skipped.
///
/// Owned by one thread; nothing is allocated for a packet.
public final class H264Depacketizer implements Depacketizer {
  /// The largest access unit taken.
  public static final int MOST_ACCESS_UNIT_BYTES = 4 * 1024 * 1024;

  private static final int STAP_A = 24;
  private static final int FU_A = 28;
  private static final int FU_START = 0x80;
  private static final int NOT_FRAGMENTED = -1;

  private final ParameterSets sets = new ParameterSets();
  private final StreamCounters counters;
  private final AccessUnitSink sink;
  private final AccessUnitBuffer unit;

  private boolean open;
  private int timestamp90k;
  private long arrivalMicros;
  private int fragmentedHeader = NOT_FRAGMENTED;
  private boolean damaged;
  private boolean keyNeeded = true;
  private boolean startDoubtful = true;
  private boolean markerTrusted = true;
  private boolean endedByMarker;
  private int endedTimestamp90k;

  public H264Depacketizer(StreamCounters counters, AccessUnitSink sink) {
    this(counters, sink, MOST_ACCESS_UNIT_BYTES);
  }

  H264Depacketizer(StreamCounters counters, AccessUnitSink sink, int mostBytes) {
    this.counters = counters;
    this.sink = sink;
    this.unit = new AccessUnitBuffer(sets, counters, mostBytes);
  }

  /// Takes a parameter set that came outside the stream (`sprop-parameter-sets`).
  public void parameterSet(byte[] set) {
    switch (sets.offer(set)) {
      case CHANGED, UNCHANGED -> {}
      case REFUSED -> counters.count(StreamEvent.PARAMETER_SET_REFUSED);
    }
  }

  @Override
  public void lost() {
    if (open) {
      counters.count(StreamEvent.FRAME_DAMAGED);
      close();
    }
    keyNeeded = true;
    startDoubtful = true;
  }

  @Override
  public void accept(RtpPacket packet, long now) {
    if (open && packet.timestamp() != timestamp90k) {
      finish(false);
    }
    if (!open) {
      open = true;
      timestamp90k = packet.timestamp();
    }
    arrivalMicros = now;
    if (packet.payloadLength() > 0) {
      payload(packet);
    }
    if (packet.marker() && markerTrusted) {
      endAtMarker();
    }
  }

  private void endAtMarker() {
    unit.endUnit();
    fragmentedHeader = NOT_FRAGMENTED;
    if (unit.hasSlices() || damaged || unit.isOversize()) {
      finish(true);
    }
  }

  private void payload(RtpPacket packet) {
    byte header = packet.payloadByte(0);
    int type = NalUnitType.of(header);
    if (header < 0) { // forbidden_zero_bit: the sender itself says that it is broken
      damage(StreamEvent.PAYLOAD_MALFORMED);
    } else if (type == FU_A) {
      fragment(packet);
    } else if (type == STAP_A) {
      aggregate(packet);
    } else if (type == 0) {
      damage(StreamEvent.PAYLOAD_MALFORMED);
    } else if (type > STAP_A) {
      damage(StreamEvent.PAYLOAD_UNSUPPORTED);
    } else {
      whole(packet, 0, packet.payloadLength());
    }
  }

  private void whole(RtpPacket packet, int at, int length) {
    fragmentedHeader = NOT_FRAGMENTED;
    unit.beginUnit(packet.payloadByte(at));
    unit.append(packet, at + 1, length - 1);
  }

  private void aggregate(RtpPacket packet) {
    int at = 1;
    while (at < packet.payloadLength()) {
      int left = packet.payloadLength() - at - 2;
      int length = left < 0 ? 0 : packet.payloadShort(at);
      if (length == 0 || length > left) {
        damage(StreamEvent.PAYLOAD_MALFORMED);
        return;
      }
      whole(packet, at + 2, length);
      at += 2 + length;
    }
  }

  private void fragment(RtpPacket packet) {
    if (packet.payloadLength() < 3) {
      damage(StreamEvent.PAYLOAD_MALFORMED);
      return;
    }
    int fragmentHeader = packet.payloadByte(1);
    int header = (packet.payloadByte(0) & 0xe0) | (fragmentHeader & 0x1f);
    if ((fragmentHeader & FU_START) != 0) {
      unit.beginUnit((byte) header);
      fragmentedHeader = header;
    } else if (fragmentedHeader != header) {
      damage(StreamEvent.PAYLOAD_MALFORMED);
      return;
    }
    unit.append(packet, 2, packet.payloadLength() - 2);
  }

  private void damage(StreamEvent reason) {
    counters.count(reason);
    fragmentedHeader = NOT_FRAGMENTED;
    damaged = true;
  }

  private void finish(boolean byMarker) {
    unit.endUnit();
    if (startDoubtful && unit.hasSlices() && !unit.beginsAtFirstMacroblock()) {
      damaged = true;
    }
    mistrustMarker();
    if (unit.isOversize()) {
      drop(StreamEvent.FRAME_OVERSIZE);
    } else if (damaged) {
      drop(StreamEvent.FRAME_DAMAGED);
    } else if (unit.hasSlices()) {
      handOn();
    }
    startDoubtful &= !unit.hasSlices();
    endedByMarker = byMarker;
    endedTimestamp90k = timestamp90k;
    close();
  }

  /// A picture that goes on after its marker: what was handed on was half of it.
  private void mistrustMarker() {
    boolean goesOn =
        endedByMarker
            && timestamp90k == endedTimestamp90k
            && unit.hasSlices()
            && !unit.beginsAtFirstMacroblock();
    if (goesOn) {
      markerTrusted = false;
      damaged = true;
      counters.count(StreamEvent.MARKER_MISTRUSTED);
    }
  }

  private void handOn() {
    if (!unit.isKey() && keyNeeded) {
      counters.count(StreamEvent.FRAME_BEFORE_KEY);
    } else if (unit.isKey() && !sets.complete()) {
      drop(StreamEvent.FRAME_WITHOUT_PARAMETERS);
    } else {
      keyNeeded = false;
      sink.accept(unit.toAnnexB(), unit.isKey(), timestamp90k, arrivalMicros);
    }
  }

  private void drop(StreamEvent reason) {
    counters.count(reason);
    keyNeeded = true;
  }

  private void close() {
    open = false;
    damaged = false;
    fragmentedHeader = NOT_FRAGMENTED;
    unit.clear();
  }
}
