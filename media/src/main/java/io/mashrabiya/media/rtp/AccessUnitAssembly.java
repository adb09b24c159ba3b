package io.mashrabiya.media.rtp;

import io.mashrabiya.media.nal.CurrentSets;
import io.mashrabiya.media.rtp.NalSyntax.Role;

/// Puts access units together from the NAL units that a depacketizer takes out of packets, in any
/// codec of NAL units.
///
/// Guarantee: what is handed on begins with a key frame, every key frame begins with the stream's
/// parameter sets, and after anything was lost or malformed nothing is handed on before the next
/// key frame. Pictures that lead the key frame at which that began, and depend on what was before
/// it, are dropped.
///
/// An access unit ends at the marker bit or when the timestamp changes. Leniencies, each for
/// cameras that exist:
/// - the end bit of a fragment is not needed: a unit goes on until the next start or the picture's
///   end;
/// - a start bit without the end of the unit before it ends that one;
/// - a marker bit on a packet before the picture's first slice (after parameter sets) ends nothing;
/// - marker bits on every slice of a picture are noticed, and not trusted from then on (one frame
///   more of delay).
///
/// Owned by one thread; nothing is allocated for a packet.
final class AccessUnitAssembly {
  /// The largest access unit taken.
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final int NOT_FRAGMENTED = -1;

  private final NalSyntax syntax;
  private final CurrentSets sets;
  private final StreamCounters counters;
  private final AccessUnitSink sink;
  private final AccessUnitBuffer unit;

  private boolean open;
  private int timestamp90k;
  private long arrivalMicros;
  private int fragmentedHeader = NOT_FRAGMENTED;
  private boolean damaged;
  private boolean keyNeeded = true;
  private boolean leadingSkipped = true;
  private boolean startDoubtful = true;
  private boolean markerTrusted = true;
  private boolean endedByMarker;
  private int endedTimestamp90k;

  AccessUnitAssembly(
      NalSyntax syntax, StreamCounters counters, AccessUnitSink sink, int mostBytes) {
    this.syntax = syntax;
    this.sets = syntax.noSets();
    this.counters = counters;
    this.sink = sink;
    this.unit = new AccessUnitBuffer(syntax, sets, counters, mostBytes);
  }

  /// Takes a parameter set that came outside the stream.
  void parameterSet(byte[] set) {
    switch (sets.offer(set)) {
      case CHANGED, UNCHANGED -> {}
      case REFUSED -> counters.count(StreamEvent.PARAMETER_SET_REFUSED);
    }
  }

  /// Says that packets are missing: of the access unit that is open, too.
  void lost() {
    unit.abandonUnit();
    fragmentedHeader = NOT_FRAGMENTED;
    damaged = open;
    keyNeeded = true;
    startDoubtful = true;
  }

  /// Says that a packet arrived, before anything is taken out of it.
  void begin(RtpPacket packet, long now) {
    if (open && packet.timestamp() != timestamp90k) {
      finish(false);
    }
    if (!open) {
      open = true;
      timestamp90k = packet.timestamp();
    }
    arrivalMicros = now;
  }

  /// Says that all was taken out of the packet.
  void end(RtpPacket packet) {
    if (packet.marker() && markerTrusted) {
      unit.endUnit();
      fragmentedHeader = NOT_FRAGMENTED;
      if (unit.hasSlices() || damaged || unit.isOversize()) {
        finish(true);
      }
    }
  }

  /// Takes a whole unit, its header included.
  void whole(RtpPacket packet, int at, int length) {
    int headerBytes = syntax.headerBytes();
    int header = headerBytes == 1 ? packet.payloadByte(at) : packet.payloadShort(at);
    fragmentedHeader = NOT_FRAGMENTED;
    unit.beginUnit(header);
    unit.append(packet, at + headerBytes, length - headerBytes);
  }

  /// Takes the units of an aggregate, each behind two bytes of length.
  void aggregate(RtpPacket packet, int from) {
    int at = from;
    while (at < packet.payloadLength()) {
      int left = packet.payloadLength() - at - 2;
      int length = left < 0 ? 0 : packet.payloadShort(at);
      if (length < syntax.headerBytes() || length > left) {
        damage(StreamEvent.PAYLOAD_MALFORMED);
        return;
      }
      whole(packet, at + 2, length);
      at += 2 + length;
    }
  }

  /// Takes a fragment of a unit.
  ///
  /// @param start whether it is the first one
  /// @param header the unit's own header
  /// @param from where in the payload the fragment begins
  void fragment(RtpPacket packet, boolean start, int header, int from) {
    if (start) {
      unit.beginUnit(header);
      fragmentedHeader = header;
    } else if (fragmentedHeader != header) {
      damage(StreamEvent.PAYLOAD_MALFORMED);
      return;
    }
    unit.append(packet, from, packet.payloadLength() - from);
  }

  /// Says that something in the packet is not as it should be, so that the access unit is dropped.
  /// Only the first thing wrong with a unit is counted: what follows is often but its consequence.
  void damage(StreamEvent reason) {
    if (!damaged) {
      counters.count(reason);
    }
    fragmentedHeader = NOT_FRAGMENTED;
    damaged = true;
  }

  private void finish(boolean byMarker) {
    unit.endUnit();
    boolean startMissing = startDoubtful && unit.hasSlices() && !unit.beginsPicture();
    startDoubtful &= damaged || !unit.hasSlices(); // what is missing may reach into the next one
    damaged |= startMissing;
    mistrustMarker();
    if (unit.isOversize()) {
      drop(StreamEvent.FRAME_OVERSIZE);
    } else if (damaged) {
      drop(StreamEvent.FRAME_DAMAGED);
    } else if (unit.hasSlices()) {
      handOn();
    }
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
            && !unit.beginsPicture();
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
    } else if (unit.picture() == Role.SKIPPED_LEADING_SLICE && leadingSkipped) {
      counters.count(StreamEvent.FRAME_LEADING_SKIPPED);
    } else {
      if (unit.isKey()) {
        leadingSkipped = keyNeeded || unit.picture() == Role.BROKEN_LINK_SLICE;
      }
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
