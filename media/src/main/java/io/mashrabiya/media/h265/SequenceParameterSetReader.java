package io.mashrabiya.media.h265;

import io.mashrabiya.media.h265.SequenceParameterSet.Reading;
import io.mashrabiya.media.nal.BitReader;
import java.util.OptionalInt;

/// Reads a sequence parameter set in the order of ITU-T H.265, clause 7.3.2.2.1, as far as it is
/// needed, with every loop bounded.
final class SequenceParameterSetReader {
  private static final int LARGEST_ID = 15;
  private static final int MOST_SUB_LAYERS_MINUS_1 = 6;

  /// Level 6.2 allows 35,651,584 luma samples; no side is longer than the square root of eight
  /// times that (annex A.4.1).
  private static final int LONGEST_SIDE = 16_888;

  private static final int LARGEST_DPB = 16;

  private final byte[] unit;
  private final BitReader bits;

  SequenceParameterSetReader(byte[] unit) {
    this.unit = unit;
    this.bits = new BitReader(unit, NalUnitType.HEADER_BYTES);
  }

  /// The id of a set, or a negative number when there is none in range.
  static int id(byte[] unit) {
    var reader = new SequenceParameterSetReader(unit);
    reader.profile();
    long id = reader.bits.unsignedGolomb();
    return reader.bits.overrun() || id > LARGEST_ID ? -1 : (int) id;
  }

  Reading read() {
    if (unit.length <= NalUnitType.HEADER_BYTES || NalUnitType.of(unit[0]) != NalUnitType.SPS) {
      return new Reading.Malformed(0, "nal_unit_type");
    }
    int subLayers = (unit[NalUnitType.HEADER_BYTES] >> 1) & 7;
    if (subLayers > MOST_SUB_LAYERS_MINUS_1) {
      return malformed("sps_max_sub_layers_minus1");
    }
    ProfileTierLevel profile = profile();
    long id = bits.unsignedGolomb();
    if (id > LARGEST_ID || bits.overrun()) {
      return malformed("sps_seq_parameter_set_id");
    }
    long chroma = bits.unsignedGolomb();
    if (chroma > 3 || bits.overrun()) {
      return malformed("chroma_format_idc");
    }
    if (chroma == 3) {
      bits.flag(); // separate_colour_plane_flag
    }
    return size((int) id, profile, (int) chroma, subLayers);
  }

  private ProfileTierLevel profile() {
    bits.bits(4); // sps_video_parameter_set_id
    int subLayers = (int) bits.bits(3);
    bits.flag(); // sps_temporal_id_nesting_flag
    return ProfileTierLevel.read(bits, subLayers);
  }

  private Reading size(int id, ProfileTierLevel profile, int chroma, int subLayers) {
    long width = bits.unsignedGolomb();
    long height = bits.unsignedGolomb();
    if (bits.overrun() || width > LONGEST_SIDE || height > LONGEST_SIDE) {
      return malformed("pic_width_in_luma_samples");
    }
    if (bits.flag()) {
      int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
      int unitY = chroma == 1 ? 2 : 1;
      width -= unitX * (bits.unsignedGolomb() + bits.unsignedGolomb());
      height -= unitY * (bits.unsignedGolomb() + bits.unsignedGolomb());
    }
    if (bits.overrun() || width <= 0 || height <= 0) {
      return malformed("conf_win_left_offset");
    }
    long depthAbove8 = bits.unsignedGolomb();
    bits.unsignedGolomb(); // bit_depth_chroma_minus8
    if (bits.overrun() || depthAbove8 > 8) {
      return malformed("bit_depth_luma_minus8");
    }
    return new Reading.Understood(
        new SequenceParameterSet(
            id,
            profile,
            chroma,
            (int) width,
            (int) height,
            8 + (int) depthAbove8,
            maxReorderPictures(subLayers)));
  }

  /// Leniency: a set that ends here, or is out of range, says nothing of reordering; the picture
  /// does not depend on it.
  private OptionalInt maxReorderPictures(int subLayers) {
    bits.unsignedGolomb(); // log2_max_pic_order_cnt_lsb_minus4
    int described = bits.flag() ? subLayers + 1 : 1; // sps_sub_layer_ordering_info_present_flag
    long reorder = 0;
    for (int i = 0; i < described; i++) {
      bits.unsignedGolomb(); // sps_max_dec_pic_buffering_minus1
      reorder = bits.unsignedGolomb();
      bits.unsignedGolomb(); // sps_max_latency_increase_plus1
    }
    return bits.overrun() || reorder >= LARGEST_DPB
        ? OptionalInt.empty()
        : OptionalInt.of((int) reorder);
  }

  private Reading malformed(String element) {
    return new Reading.Malformed(bits.bitOffset(), element);
  }
}
