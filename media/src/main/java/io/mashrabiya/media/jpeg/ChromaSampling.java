package io.mashrabiya.media.jpeg;

/// How much coarser the colour of a picture is than its light: the two ways that RTP can carry.
public enum ChromaSampling {
  /// Half as many columns.
  YUV_422(0x21),
  /// Half as many columns and half as many rows.
  YUV_420(0x22);

  /// Of both chroma components.
  static final int CHROMA_FACTORS = 0x11;

  private final int lumaFactors;

  ChromaSampling(int lumaFactors) {
    this.lumaFactors = lumaFactors;
  }

  /// The sampling factors of luma as a frame header holds them: horizontal and vertical, four bits
  /// each (ITU-T T.81, B.2.2).
  int lumaFactors() {
    return lumaFactors;
  }
}
