package io.mashrabiya.media.h265;

import io.mashrabiya.media.nal.BitReader;
import java.util.Locale;

/// What a decoder has to be able to do for a stream (ITU-T H.265, clause 7.3.3): the general part
/// of `profile_tier_level`.
///
/// @param space `general_profile_space`, 0 to 3; 0 for all profiles of the standard
/// @param highTier `general_tier_flag`
/// @param profileIdc `general_profile_idc`, 0 to 31: 1 is Main, 2 Main 10
/// @param compatibility the 32 flags `general_profile_compatibility_flag`, the first one the
///   highest bit
/// @param constraints the 48 bits behind them, the first one the highest of the 48
/// @param levelIdc `general_level_idc`: 30 times the level
public record ProfileTierLevel(
    int space,
    boolean highTier,
    int profileIdc,
    int compatibility,
    long constraints,
    int levelIdc) {

  private static final int CONSTRAINT_BYTES = 6;

  /// Reads one with its sub-layers, of which nothing is kept.
  static ProfileTierLevel read(BitReader bits, int subLayers) {
    var general =
        new ProfileTierLevel(
            (int) bits.bits(2),
            bits.flag(),
            (int) bits.bits(5),
            (int) bits.bits(32),
            bits.bits(48),
            (int) bits.bits(8));
    skipSubLayers(bits, subLayers);
    return general;
  }

  private static void skipSubLayers(BitReader bits, int subLayers) {
    if (subLayers == 0) {
      return;
    }
    int present = (int) bits.bits(16); // two flags for each, the rest reserved
    for (int i = 0; i < subLayers; i++) {
      int flags = (present >> (14 - 2 * i)) & 3;
      bits.bits((flags & 2) == 0 ? 0 : 88); // sub_layer_profile
      bits.bits((flags & 1) == 0 ? 0 : 8); // sub_layer_level_idc
    }
  }

  /// How media types write it, such as `1.6.L93.B0` (ISO/IEC 14496-15, annex E.3): constraints of
  /// zero at the end are left out.
  String text() {
    StringBuilder text = new StringBuilder();
    if (space > 0) {
      text.append((char) ('A' + space - 1));
    }
    text.append(profileIdc).append('.');
    text.append(Integer.toHexString(Integer.reverse(compatibility)).toUpperCase(Locale.ROOT));
    text.append(highTier ? ".H" : ".L").append(levelIdc);
    for (long left = constraints << 16; left != 0; left <<= 8) {
      text.append('.').append(Long.toHexString(left >>> 56).toUpperCase(Locale.ROOT));
    }
    return text.toString();
  }

  /// The constraints as RFC 7798 writes them: twelve hexadecimal digits (section 7.1,
  /// `interop-constraints`).
  public String interopConstraints() {
    return String.format(Locale.ROOT, "%0" + 2 * CONSTRAINT_BYTES + "X", constraints);
  }
}
