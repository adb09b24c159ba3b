package io.mashrabiya.media.h265;

/// The values of `nal_unit_type` that carrying H.265 has to know (ITU-T H.265, table 7-1), and the
/// header of two bytes that they stand in (clause 7.3.1.2).
///
/// Plain numbers, because they are compared for every packet and most of the 64 values have no name
/// here.
public final class NalUnitType {
  /// How long the header of a unit is.
  public static final int HEADER_BYTES = 2;

  /// A random access skipped leading picture that others do not refer to.
  public static final int RASL_N = 8;

  /// A random access skipped leading picture: it is shown before the key frame that it follows, and
  /// may depend on pictures before that.
  public static final int RASL_R = 9;

  /// A broken link access picture; the two types behind it are such too.
  public static final int BLA_W_LP = 16;

  /// The last type of broken link access pictures.
  public static final int BLA_N_LP = 18;

  /// An instantaneous decoding refresh picture that may have decodable leading pictures.
  public static final int IDR_W_RADL = 19;

  /// An instantaneous decoding refresh picture without leading pictures.
  public static final int IDR_N_LP = 20;

  /// A clean random access picture, which may have skipped leading pictures.
  public static final int CRA = 21;

  /// Video parameter set.
  public static final int VPS = 32;

  /// Sequence parameter set.
  public static final int SPS = 33;

  /// Picture parameter set.
  public static final int PPS = 34;

  /// The end of a coded video sequence: the next picture is a key frame.
  public static final int EOS = 36;

  /// Supplemental enhancement information that stands before the picture.
  public static final int PREFIX_SEI = 39;

  /// Supplemental enhancement information that stands behind the picture.
  public static final int SUFFIX_SEI = 40;

  /// The last type that the standard assigns or reserves; those above are free for transport.
  public static final int LAST = 47;

  private NalUnitType() {}

  /// The type of the unit whose first byte this is.
  public static int of(byte header) {
    return (header >> 1) & 0x3f;
  }

  /// `nuh_layer_id`, 0 for what every decoder decodes.
  public static int layer(byte first, byte second) {
    return ((first & 1) << 5) | ((second & 0xff) >> 3);
  }

  /// Whether units of this type hold part of a picture (VCL). Reserved types do not count: decoders
  /// ignore them.
  public static boolean isSlice(int type) {
    return (type >= 0 && type <= RASL_R) || isKey(type);
  }

  /// Whether decoding can begin at pictures of this type (IRAP).
  public static boolean isKey(int type) {
    return type >= BLA_W_LP && type <= CRA;
  }

  /// Whether it is a picture that no decoder can decode which began at the key frame before.
  public static boolean isSkippedLeading(int type) {
    return type == RASL_N || type == RASL_R;
  }

  /// Whether nothing before it is of use to the pictures behind it, even where it is there.
  public static boolean isBrokenLink(int type) {
    return type >= BLA_W_LP && type <= BLA_N_LP;
  }
}
