package io.mashrabiya.media.aac;

import java.util.Optional;

/// What an AudioSpecificConfig says (ISO/IEC 14496-3, 1.6.2.1), as far as it matters for playing.
///
/// @param objectType of the coding below any extension: 2 is AAC-LC
/// @param sampleRateHz of the coding below any extension
/// @param channels 1 to 8
/// @param samplesPerFrame how many samples of each channel a frame has, at that rate
/// @param bits how many bits of the source it took
public record AudioSpecificConfig(
    int objectType, int sampleRateHz, int channels, int samplesPerFrame, int bits) {
  private static final int ESCAPE_TYPE = 31;
  private static final int SBR = 5;
  private static final int PARAMETRIC_STEREO = 29;
  private static final int RATE_FOLLOWS = 15;
  private static final int[] RATES_HZ = {
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    7_350
  };

  /// Channel configurations 1 to 7; others are told in the stream or reserved.
  private static final int[] CHANNELS = {1, 2, 3, 4, 5, 6, 8};

  /// Reads one; empty for a coding that is no AAC for playing (types 1 to 4, or one of these under
  /// SBR and parametric stereo), and for rates and channels that are none.
  public static Optional<AudioSpecificConfig> read(byte[] config) {
    return read(new Bits(config));
  }

  static Optional<AudioSpecificConfig> read(Bits bits) {
    int from = bits.offset();
    int type = objectType(bits);
    int rate = sampleRateHz(bits);
    int channelConfiguration = bits.read(4);
    if (type == SBR || type == PARAMETRIC_STEREO) {
      sampleRateHz(bits); // of what the extension makes of it
      type = objectType(bits);
    }
    int samples = bits.flag() ? 960 : 1024;
    if (bits.flag()) { // dependsOnCoreCoder
      bits.read(14);
    }
    bits.flag(); // extensionFlag
    boolean known =
        type >= 1
            && type <= 4
            && rate > 0
            && channelConfiguration >= 1
            && channelConfiguration <= CHANNELS.length
            && !bits.overrun();
    return known
        ? Optional.of(
            new AudioSpecificConfig(
                type, rate, CHANNELS[channelConfiguration - 1], samples, bits.offset() - from))
        : Optional.empty();
  }

  private static int objectType(Bits bits) {
    int type = bits.read(5);
    return type == ESCAPE_TYPE ? 32 + bits.read(6) : type;
  }

  /// 0 for a reserved index.
  private static int sampleRateHz(Bits bits) {
    int index = bits.read(4);
    if (index == RATE_FOLLOWS) {
      int rate = bits.read(24);
      return rate <= RATES_HZ[0] ? rate : 0;
    }
    return index < RATES_HZ.length ? RATES_HZ[index] : 0;
  }
}
