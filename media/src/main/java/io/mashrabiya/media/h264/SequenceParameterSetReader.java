package io.mashrabiya.media.h264;

import io.mashrabiya.media.h264.SequenceParameterSet.Reading;
import io.mashrabiya.media.nal.BitReader;
import java.util.OptionalInt;
import java.util.Set;

/// Reads a sequence parameter set in the order of ITU-T H.264, clause 7.3.2.1.1 and annex E.1.1,
/// with every loop bounded.
final class SequenceParameterSetReader {
  private static final Set<Integer> PROFILES_WITH_CHROMA =
      Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);
  private static final int EXTENDED_SAMPLE_ASPECT_RATIO = 255;

  /// Level 6.2 allows 139,264 macroblocks; no side is longer than the square root of eight times
  /// that.
  private static final int MOST_MACROBLOCKS_A_SIDE = 1055;

  private static final int LARGEST_DPB = 16;

  private final byte[] unit;
  private final BitReader bits;

  SequenceParameterSetReader(byte[] unit) {
    this.unit = unit;
    this.bits = new BitReader(unit, 1);
  }

  Reading read() {
    if (unit.length < 4 || NalUnitType.of(unit[0]) != NalUnitType.SPS) {
      return new Reading.Malformed(0, "nal_unit_type");
    }
    int profile = (int) bits.bits(8);
    int constraints = (int) bits.bits(8);
    int level = (int) bits.bits(8);
    long id = bits.unsignedGolomb();
    if (id > 31 || bits.overrun()) {
      return malformed("seq_parameter_set_id");
    }
    int chroma = PROFILES_WITH_CHROMA.contains(profile) ? chroma() : 1;
    if (chroma > 3 || bits.overrun()) {
      return malformed("chroma_format_idc");
    }
    if (!skipOrderCount()) {
      return malformed("pic_order_cnt_type");
    }
    bits.unsignedGolomb(); // max_num_ref_frames
    bits.flag(); // gaps_in_frame_num_value_allowed_flag
    return size((int) id, profile, constraints, level, chroma);
  }

  /// The part that only the high profiles have; gives `chroma_format_idc`, 4 when it is out of
  /// range.
  private int chroma() {
    long chroma = bits.unsignedGolomb();
    if (chroma > 3) {
      return 4;
    }
    if (chroma == 3) {
      bits.flag(); // separate_colour_plane_flag
    }
    bits.unsignedGolomb(); // bit_depth_luma_minus8
    bits.unsignedGolomb(); // bit_depth_chroma_minus8
    bits.flag(); // qpprime_y_zero_transform_bypass_flag
    if (bits.flag()) {
      skipScalingMatrix(chroma == 3 ? 12 : 8);
    }
    return (int) chroma;
  }

  private void skipScalingMatrix(int lists) {
    for (int list = 0; list < lists; list++) {
      if (bits.flag()) {
        skipScalingList(list < 6 ? 16 : 64);
      }
    }
  }

  private void skipScalingList(int size) {
    long last = 8;
    long next = 8;
    for (int i = 0; i < size && next != 0; i++) {
      next = Math.floorMod(last + bits.signedGolomb(), 256L);
      last = next == 0 ? last : next;
    }
  }

  private boolean skipOrderCount() {
    bits.unsignedGolomb(); // log2_max_frame_num_minus4
    long type = bits.unsignedGolomb();
    if (type == 0) {
      bits.unsignedGolomb(); // log2_max_pic_order_cnt_lsb_minus4
    } else if (type == 1) {
      bits.flag(); // delta_pic_order_always_zero_flag
      bits.signedGolomb(); // offset_for_non_ref_pic
      bits.signedGolomb(); // offset_for_top_to_bottom_field
      return skipOrderCycle(bits.unsignedGolomb());
    }
    return type <= 2 && !bits.overrun();
  }

  private boolean skipOrderCycle(long length) {
    if (length > 255) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      bits.signedGolomb(); // offset_for_ref_frame
    }
    return !bits.overrun();
  }

  private Reading size(int id, int profile, int constraints, int level, int chroma) {
    long macroblocksWide = bits.unsignedGolomb() + 1;
    long mapUnitsHigh = bits.unsignedGolomb() + 1;
    boolean framesOnly = bits.flag();
    if (!framesOnly) {
      bits.flag(); // mb_adaptive_frame_field_flag
    }
    bits.flag(); // direct_8x8_inference_flag
    long macroblocksHigh = framesOnly ? mapUnitsHigh : mapUnitsHigh * 2;
    if (bits.overrun()
        || macroblocksWide > MOST_MACROBLOCKS_A_SIDE
        || macroblocksHigh > MOST_MACROBLOCKS_A_SIDE) {
      return malformed("pic_width_in_mbs_minus1");
    }
    long width = macroblocksWide * 16;
    long height = macroblocksHigh * 16;
    if (bits.flag()) {
      int cropUnitX = chroma == 1 || chroma == 2 ? 2 : 1;
      int cropUnitY = (chroma == 1 ? 2 : 1) * (framesOnly ? 1 : 2);
      width -= cropUnitX * (bits.unsignedGolomb() + bits.unsignedGolomb());
      height -= cropUnitY * (bits.unsignedGolomb() + bits.unsignedGolomb());
    }
    if (bits.overrun() || width <= 0 || height <= 0) {
      return malformed("frame_crop_left_offset");
    }
    return new Reading.Understood(
        new SequenceParameterSet(
            id, profile, constraints, level, (int) width, (int) height, maxReorderFrames()));
  }

  /// Reads the VUI (annex E.1.1). One that is cut short or out of range says nothing, as if it were
  /// absent (leniency: the picture does not depend on it).
  private OptionalInt maxReorderFrames() {
    if (!bits.flag()) {
      return OptionalInt.empty();
    }
    skipVideoSignal();
    skipTiming();
    boolean nalParameters = skipHypotheticalDecoder();
    boolean vclParameters = skipHypotheticalDecoder();
    if (nalParameters || vclParameters) {
      bits.flag(); // low_delay_hrd_flag
    }
    bits.flag(); // pic_struct_present_flag
    if (!bits.flag()) { // bitstream_restriction_flag
      return OptionalInt.empty();
    }
    bits.flag(); // motion_vectors_over_pic_boundaries_flag
    for (int i = 0; i < 4; i++) {
      bits.unsignedGolomb(); // max_bytes_per_pic_denom to log2_max_mv_length_vertical
    }
    long reorder = bits.unsignedGolomb();
    return bits.overrun() || reorder > LARGEST_DPB
        ? OptionalInt.empty()
        : OptionalInt.of((int) reorder);
  }

  private void skipVideoSignal() {
    if (bits.flag() && bits.bits(8) == EXTENDED_SAMPLE_ASPECT_RATIO) {
      bits.bits(32); // sar_width, sar_height
    }
    if (bits.flag()) { // overscan_info_present_flag
      bits.flag();
    }
    if (bits.flag()) { // video_signal_type_present_flag
      bits.bits(4); // video_format, video_full_range_flag
      if (bits.flag()) {
        bits.bits(24); // colour_primaries, transfer_characteristics, matrix_coefficients
      }
    }
    if (bits.flag()) { // chroma_loc_info_present_flag
      bits.unsignedGolomb();
      bits.unsignedGolomb();
    }
  }

  private void skipTiming() {
    if (bits.flag()) { // timing_info_present_flag
      bits.bits(32); // num_units_in_tick
      bits.bits(32); // time_scale
      bits.flag(); // fixed_frame_rate_flag
    }
  }

  private boolean skipHypotheticalDecoder() {
    if (!bits.flag()) {
      return false;
    }
    long schedules = bits.unsignedGolomb() + 1;
    bits.bits(8); // bit_rate_scale, cpb_size_scale
    for (int i = 0; i < Math.min(schedules, 32); i++) {
      bits.unsignedGolomb(); // bit_rate_value_minus1
      bits.unsignedGolomb(); // cpb_size_value_minus1
      bits.flag(); // cbr_flag
    }
    bits.bits(20); // the four lengths of annex E.1.2
    return true;
  }

  private Reading malformed(String element) {
    return new Reading.Malformed(bits.bitOffset(), element);
  }
}
