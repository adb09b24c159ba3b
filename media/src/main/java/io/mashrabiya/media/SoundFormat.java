package io.mashrabiya.media;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;
import java.util.Arrays;
import java.util.HexFormat;

/// How one track of sound is encoded. Every frame of it can be decoded by itself.
///
/// @param sampleRateHz of the sound itself, 1 to 192,000; what a decoder is told, and not always
///   the rate that RTP timestamps count by
/// @param channels 1 to 8
/// @param configuration what a decoder needs beside that: the AudioSpecificConfig of AAC (ISO/IEC
///   14496-3, 1.6.2.1), nothing for others; at most [#MOST_CONFIGURATION_BYTES]. Shared, not copied
public record SoundFormat(SoundCodec codec, int sampleRateHz, int channels, byte[] configuration)
    implements Format {
  /// The longest configuration.
  public static final int MOST_CONFIGURATION_BYTES = 255;

  private static final int MOST_SAMPLE_RATE_HZ = 192_000;
  private static final int MOST_CHANNELS = 8;
  private static final byte[] NONE = {};

  public SoundFormat {
    if (sampleRateHz < 1
        || sampleRateHz > MOST_SAMPLE_RATE_HZ
        || channels < 1
        || channels > MOST_CHANNELS
        || configuration.length > MOST_CONFIGURATION_BYTES) {
      throw new IllegalArgumentException(
          "no sound has %d Hz, %d channels and %d bytes of configuration"
              .formatted(sampleRateHz, channels, configuration.length));
    }
  }

  /// Of a codec that needs no configuration.
  public SoundFormat(SoundCodec codec, int sampleRateHz, int channels) {
    this(codec, sampleRateHz, channels, NONE);
  }

  /// G.711, as telephones and most cameras have it: 8 kHz, one channel.
  public static SoundFormat telephone(SoundCodec law) {
    return new SoundFormat(law, 8_000, 1);
  }

  @Override
  public Sentence words() {
    return say("{0}, {1} Hz", codec.words(), sampleRateHz);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SoundFormat that
        && codec == that.codec
        && sampleRateHz == that.sampleRateHz
        && channels == that.channels
        && Arrays.equals(configuration, that.configuration);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * codec.hashCode() + sampleRateHz) + Arrays.hashCode(configuration);
  }

  @Override
  public String toString() {
    return "SoundFormat[%s %d Hz, %d channels, %s]"
        .formatted(codec, sampleRateHz, channels, HexFormat.of().formatHex(configuration));
  }
}
