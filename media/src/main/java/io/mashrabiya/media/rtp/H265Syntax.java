package io.mashrabiya.media.rtp;

import io.mashrabiya.media.h265.NalUnitType;
import io.mashrabiya.media.h265.ParameterSets;

/// NAL units of H.265. Delimiters, filler, reserved types and units of further layers (scalable and
/// multiview coding) are nothing to a decoder here.
final class H265Syntax implements NalSyntax {
  @Override
  public int headerBytes() {
    return NalUnitType.HEADER_BYTES;
  }

  @Override
  public Role role(byte[] bytes, int header) {
    if (NalUnitType.layer(bytes[header], bytes[header + 1]) > 0) {
      return Role.NOTHING;
    }
    int type = NalUnitType.of(bytes[header]);
    return switch (type) {
      case NalUnitType.VPS, NalUnitType.SPS, NalUnitType.PPS -> Role.PARAMETER_SET;
      case NalUnitType.PREFIX_SEI, NalUnitType.SUFFIX_SEI, NalUnitType.EOS -> Role.COMPANION;
      default -> sliceRole(type);
    };
  }

  private static Role sliceRole(int type) {
    if (NalUnitType.isBrokenLink(type)) {
      return Role.BROKEN_LINK_SLICE;
    }
    if (NalUnitType.isSkippedLeading(type)) {
      return Role.SKIPPED_LEADING_SLICE;
    }
    if (NalUnitType.isKey(type)) {
      return Role.KEY_SLICE;
    }
    return NalUnitType.isSlice(type) ? Role.SLICE : Role.NOTHING;
  }

  /// `first_slice_segment_in_pic_flag` is the slice header's first bit.
  @Override
  public boolean beginsPicture(byte[] bytes, int header, int end) {
    return header + NalUnitType.HEADER_BYTES < end && bytes[header + NalUnitType.HEADER_BYTES] < 0;
  }

  @Override
  public ParameterSets noSets() {
    return new ParameterSets();
  }
}
