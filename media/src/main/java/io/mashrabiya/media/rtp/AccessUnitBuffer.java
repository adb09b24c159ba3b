package io.mashrabiya.media.rtp;

import io.mashrabiya.media.nal.CurrentSets;
import io.mashrabiya.media.rtp.NalSyntax.Role;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// The access unit that is being put together: NAL units behind start codes in one array that is
/// used again.
///
/// Parameter sets do not stay in it: they go to the stream's current ones, and come back at the
/// head of every key frame; a set that changes before a picture that is not a key frame stays
/// before that picture. What no decoder here needs is left out, as the codec's [NalSyntax] says.
/// Owned by one thread.
final class AccessUnitBuffer {
  private static final int START_CODE_BYTES = 4;
  private static final int NO_UNIT = -1;
  private static final byte[] START_CODE = {0, 0, 0, 1};

  private final NalSyntax syntax;
  private final CurrentSets sets;
  private final StreamCounters counters;
  private final int mostBytes;

  private byte[] bytes = new byte[64 * 1024];
  private int length;
  private int unitStart = NO_UNIT;
  private final ByteArrayOutputStream changedSets = new ByteArrayOutputStream();
  private boolean slices;
  private Role picture = Role.SLICE;
  private boolean beginsPicture;
  private boolean oversize;

  AccessUnitBuffer(NalSyntax syntax, CurrentSets sets, StreamCounters counters, int mostBytes) {
    this.syntax = syntax;
    this.sets = sets;
    this.counters = counters;
    this.mostBytes = mostBytes;
  }

  /// Forgets the access unit.
  void clear() {
    length = 0;
    unitStart = NO_UNIT;
    changedSets.reset();
    slices = false;
    picture = Role.SLICE;
    beginsPicture = false;
    oversize = false;
  }

  /// Ends the NAL unit before, if there is one, and begins the next with its header.
  ///
  /// @param header as many of its lowest bytes as the codec's headers have
  void beginUnit(int header) {
    endUnit();
    unitStart = length;
    if (room(START_CODE_BYTES + syntax.headerBytes())) {
      bytes[length] = 0;
      bytes[length + 1] = 0;
      bytes[length + 2] = 0;
      bytes[length + 3] = 1;
      length += START_CODE_BYTES;
      for (int shift = 8 * (syntax.headerBytes() - 1); shift >= 0; shift -= 8) {
        bytes[length++] = (byte) (header >> shift);
      }
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
    Role role = syntax.role(bytes, header);
    switch (role) {
      case SLICE, KEY_SLICE, BROKEN_LINK_SLICE, SKIPPED_LEADING_SLICE -> noteSlice(role, header);
      case COMPANION -> {}
      case PARAMETER_SET -> {
        takeParameterSet(header);
        length = unitStart;
      }
      case NOTHING -> length = unitStart;
    }
    unitStart = NO_UNIT;
  }

  /// Forgets the NAL unit that was begun, if there is one.
  void abandonUnit() {
    if (unitStart != NO_UNIT) {
      length = unitStart;
      unitStart = NO_UNIT;
    }
  }

  /// Whether there is a slice in it, so that it is a picture.
  boolean hasSlices() {
    return slices;
  }

  /// What the picture is: the role of its slices, of the key frame's where they differ.
  Role picture() {
    return picture;
  }

  /// Whether it is a picture at which decoding can begin.
  boolean isKey() {
    return picture == Role.KEY_SLICE || picture == Role.BROKEN_LINK_SLICE;
  }

  /// Whether its first slice is the picture's first.
  boolean beginsPicture() {
    return beginsPicture;
  }

  /// Whether more came than is taken for one access unit.
  boolean isOversize() {
    return oversize;
  }

  /// The access unit in an array of its own, with the parameter sets that belong before it.
  byte[] toAnnexB() {
    byte[] prefix = isKey() ? sets.prefix() : changedSets.toByteArray();
    byte[] whole = new byte[prefix.length + length];
    System.arraycopy(prefix, 0, whole, 0, prefix.length);
    System.arraycopy(bytes, 0, whole, prefix.length, length);
    return whole;
  }

  private void noteSlice(Role role, int header) {
    if (!slices) {
      beginsPicture = syntax.beginsPicture(bytes, header, length);
    }
    slices = true;
    if (role != Role.SLICE && !isKey()) {
      picture = role;
    }
  }

  private void takeParameterSet(int header) {
    byte[] set = Arrays.copyOfRange(bytes, header, length);
    switch (sets.offer(set)) {
      case UNCHANGED -> {}
      case REFUSED -> counters.count(StreamEvent.PARAMETER_SET_REFUSED);
      case CHANGED -> {
        oversize = START_CODE_BYTES + set.length > mostBytes - unitStart - changedSets.size();
        if (!oversize) {
          changedSets.writeBytes(START_CODE);
          changedSets.writeBytes(set);
        }
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
