package io.mashrabiya.media.h264;

/// The values of `nal_unit_type` that carrying H.264 has to know (ITU-T H.264, table 7-1).
///
/// Plain numbers, because they are compared for every packet and most of the 32 values have no name
/// here.
public final class NalUnitType {
  /// A slice of a picture that is not an IDR picture.
  public static final int SLICE = 1;

  /// Data partition C, the last of the slice types that are not IDR.
  public static final int PARTITION_C = 4;

  /// A slice of an IDR picture: decoding can begin here.
  public static final int IDR_SLICE = 5;

  /// Supplemental enhancement information.
  public static final int SEI = 6;

  /// Sequence parameter set.
  public static final int SPS = 7;

  /// Picture parameter set.
  public static final int PPS = 8;

  private NalUnitType() {}

  /// The type of the unit whose first byte this is.
  public static int of(byte header) {
    return header & 0x1f;
  }

  /// Whether units of this type hold part of a picture (VCL).
  public static boolean isSlice(int type) {
    return type >= SLICE && type <= IDR_SLICE;
  }
}
