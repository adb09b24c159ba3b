package io.mashrabiya.media.rtp;

import io.mashrabiya.media.h264.NalUnitType;
import io.mashrabiya.media.h264.ParameterSets;
import java.util.Arrays;

/// The access unit that is being put together: NAL units behind start codes in one array that is
/// used again.
///
/// Parameter sets do not stay in it: they go to the stream's current ones, and come back at the
/// head of every key frame; a set that changes before a picture that is not a key frame stays
/// before that picture. Delimiters, filler and units of scalable and multiview coding are left out,
/// because no decoder here needs them. Owned by one thread.
final class AccessUnitBuffer {
  private static final int START_CODE_BYTES = 4;
  private static final int NO_UNIT = -1;
  private static final byte[] NO_SETS = {};

  private final ParameterSets sets;
  private final StreamCounters counters;
  private final int mostBytes;

  private byte[] bytes = new byte[64 * 1024];
  private int length;
  private int unitStart = NO_UNIT;
  private byte[] changedSets = NO_SETS;
  private boolean slices;
  private boolean key;
  private boolean beginsAtFirstMacroblock;
  private boolean oversize;

  AccessUnitBuffer(ParameterSets sets, StreamCounters counters, int mostBytes) {
    this.sets = sets;
    this.counters = counters;
    this.mostBytes = mostBytes;
  }

  /// Forgets the access unit.
  void clear() {
    length = 0;
    unitStart = NO_UNIT;
    changedSets = NO_SETS;
    slices = false;
    key = false;
    beginsAtFirstMacroblock = false;
    oversize = false;
  }

  /// Ends the NAL unit before, if there is one, and begins the next with its header byte.
  void beginUnit(byte header) {
    endUnit();
    unitStart = length;
    if (room(START_CODE_BYTES + 1)) {
      bytes[length] = 0;
      bytes[length + 1] = 0;
      bytes[length + 2] = 0;
      bytes[length + 3] = 1;
      bytes[length + 4] = header;
      length += START_CODE_BYTES + 1;
    }
  }

  /// Adds part of the packet's payload to the NAL unit that was begun.
  void append(RtpPacket packet, int at, int size) {
    if (room(size)) {
      packet.copyPayload(at, size, bytes, length);
      length += size;
    }
  }

  /// Ends the NAL unit that was begun: decides whether it stays.
  void endUnit() {
    if (unitStart == NO_UNIT || oversize) {
      return;
    }
    int header = unitStart + START_CODE_BYTES;
    int type = NalUnitType.of(bytes[header]);
    if (NalUnitType.isSlice(type)) {
      noteSlice(type, header);
    } else if (type == NalUnitType.SPS || type == NalUnitType.PPS) {
      takeParameterSet(header);
      length = unitStart;
    } else if (type != NalUnitType.SEI) {
      length = unitStart;
    }
    unitStart = NO_UNIT;
  }

  /// Whether there is a slice in it, so that it is a picture.
  boolean hasSlices() {
    return slices;
  }

  /// Whether it is an IDR picture.
  boolean isKey() {
    return key;
  }

  /// Whether its first slice is the picture's first: `first_mb_in_slice` is 0.
  boolean beginsAtFirstMacroblock() {
    return beginsAtFirstMacroblock;
  }

  /// Whether more came than is taken for one access unit.
  boolean isOversize() {
    return oversize;
  }

  /// The access unit in an array of its own, with the parameter sets that belong before it.
  byte[] toAnnexB() {
    byte[] prefix = key ? sets.prefix() : changedSets;
    byte[] whole = new byte[prefix.length + length];
    System.arraycopy(prefix, 0, whole, 0, prefix.length);
    System.arraycopy(bytes, 0, whole, prefix.length, length);
    return whole;
  }

  private void noteSlice(int type, int header) {
    if (!slices) {
      // first_mb_in_slice is the slice header's first field, and 0 is the single bit 1
      beginsAtFirstMacroblock = header + 1 < length && bytes[header + 1] < 0;
    }
    slices = true;
    key |= type == NalUnitType.IDR_SLICE;
  }

  private void takeParameterSet(int header) {
    byte[] set = Arrays.copyOfRange(bytes, header, length);
    switch (sets.offer(set)) {
      case UNCHANGED -> {}
      case REFUSED -> counters.count(StreamEvent.PARAMETER_SET_REFUSED);
      case CHANGED -> {
        int from = changedSets.length;
        changedSets = Arrays.copyOf(changedSets, from + START_CODE_BYTES + set.length);
        changedSets[from + START_CODE_BYTES - 1] = 1;
        System.arraycopy(set, 0, changedSets, from + START_CODE_BYTES, set.length);
      }
    }
  }

  private boolean room(int more) {
    if (oversize || more > mostBytes - length) {
      oversize = true;
      return false;
    }
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.min(mostBytes, Math.max(bytes.length * 2, length + more)));
    }
    return true;
  }
}
