package io.mashrabiya.media.rtp;

import io.mashrabiya.media.h264.NalUnitType;
import io.mashrabiya.media.h264.ParameterSets;

/// NAL units of H.264. Delimiters, filler and units of scalable and multiview coding are nothing to
/// a decoder here.
final class H264Syntax implements NalSyntax {
  @Override
  public int headerBytes() {
    return 1;
  }

  @Override
  public Role role(byte[] bytes, int header) {
    int type = NalUnitType.of(bytes[header]);
    return switch (type) {
      case NalUnitType.SPS, NalUnitType.PPS -> Role.PARAMETER_SET;
      case NalUnitType.IDR_SLICE -> Role.KEY_SLICE;
      case NalUnitType.SEI -> Role.COMPANION;
      default -> NalUnitType.isSlice(type) ? Role.SLICE : Role.NOTHING;
    };
  }

  /// `first_mb_in_slice` is the slice header's first field, and 0 is the single bit 1.
  @Override
  public boolean beginsPicture(byte[] bytes, int header, int end) {
    return header + 1 < end && bytes[header + 1] < 0;
  }

  @Override
  public ParameterSets noSets() {
    return new ParameterSets();
  }
}
