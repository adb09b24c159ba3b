package io.mashrabiya.media.g726;

import java.util.Optional;

/// How many bits a sample of G.726 has, with the tables that belong to that (clauses 2.4 to 2.7,
/// tables 6 to 14). Each table has one row per code, positive ones first, in the order of the code.
@SuppressWarnings("ImmutableEnumChecker") // its arrays are never handed out, nor written to
public enum G726Rate {
  /// 16 kbit/s.
  BITS_2(2, new int[] {116, 365}, new int[] {-704, 14_048}, new int[] {0, 7}),
  /// 24 kbit/s.
  BITS_3(
      3,
      new int[] {-2048, 135, 273, 373},
      new int[] {-128, 960, 4_384, 18_624},
      new int[] {0, 1, 2, 7}),
  /// 32 kbit/s, which is G.721.
  BITS_4(
      4,
      new int[] {-2048, 4, 135, 213, 273, 323, 373, 425},
      new int[] {-384, 576, 1_312, 2_048, 3_584, 6_336, 11_360, 35_904},
      new int[] {0, 0, 0, 1, 1, 1, 3, 7}),
  /// 40 kbit/s.
  BITS_5(
      5,
      new int[] {-2048, -66, 28, 104, 169, 224, 274, 318, 358, 395, 429, 459, 488, 514, 539, 566},
      new int[] {
        448, 448, 768, 1_248, 1_280, 1_312, 1_856, 3_200, 4_512, 5_728, 7_008, 8_960, 11_456,
        14_080, 16_928, 22_272
      },
      new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6});

  private final int bits;
  private final int[] levels;
  private final int[] multipliers;
  private final int[] speeds;

  G726Rate(int bits, int[] levels, int[] multipliers, int[] speeds) {
    this.bits = bits;
    this.levels = levels;
    this.multipliers = multipliers;
    this.speeds = speeds;
  }

  /// The one of a bit rate in kbit/s.
  public static Optional<G726Rate> ofKilobits(int kilobits) {
    for (G726Rate rate : values()) {
      if (rate.bits * 8 == kilobits) {
        return Optional.of(rate);
      }
    }
    return Optional.empty();
  }

  /// How many bits a sample has.
  public int bits() {
    return bits;
  }

  boolean negative(int code) {
    return code >> (bits - 1) == 1;
  }

  /// The quantized difference in logarithms of base 2, times 128, before scaling (`DQLN`).
  int level(int code) {
    return levels[row(code)];
  }

  /// By how much the code makes the step larger (`W(I)` times 32).
  int multiplier(int code) {
    return multipliers[row(code)];
  }

  /// By how much the code speaks for quick adaptation (`F(I)` times 512).
  int speed(int code) {
    return speeds[row(code)] << 9;
  }

  /// Negative codes mirror the positive ones.
  private int row(int code) {
    return negative(code) ? (1 << bits) - 1 - code : code;
  }
}
