package io.mashrabiya.wire.sealed;

import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;

/// What stands inside the seal of a frame of sound (formats, section 4): one encoded frame, and
/// what a decoder must know before it.
///
/// Each says so itself, so that one may begin to listen anywhere, and a camera may change its sound
/// in the middle. Its capture time is when the last of it was heard.
///
/// @param sampleRateHz 1 to 192,000
/// @param channels 1 to 8
/// @param configuration AudioSpecificConfig of AAC (ISO/IEC 14496-3), else nothing; at most 255
///   bytes
/// @param data one Opus packet, one AAC access unit, or samples of G.711; not copied, to be left
///   unchanged
public record SoundFrame(
    Codec codec, int sampleRateHz, int channels, byte[] configuration, byte[] data) {
  public static final int MAX_DATA_BYTES = 64 << 10;

  private static final String PRODUCTION = "sound-frame";
  private static final int MAX_SAMPLE_RATE_HZ = 192_000;
  private static final int MAX_CHANNELS = 8;
  private static final int MAX_CONFIGURATION_BYTES = 255;
  private static final int CLEAR_BYTES = 1 + 4 + 1 + 1;

  /// How sound is encoded, by its code on the wire.
  public enum Codec {
    OPUS(1),
    AAC(2),
    PCMU(3),
    PCMA(4);

    private final int code;

    Codec(int code) {
      this.code = code;
    }

    private static Codec of(int code) throws Malformed {
      return switch (code) {
        case 1 -> OPUS;
        case 2 -> AAC;
        case 3 -> PCMU;
        case 4 -> PCMA;
        default -> throw new Malformed("sound-frame.codec", 0);
      };
    }
  }

  public SoundFrame {
    boolean sane =
        isSound(sampleRateHz, channels)
            && configuration.length <= MAX_CONFIGURATION_BYTES
            && data.length >= 1
            && data.length <= MAX_DATA_BYTES;
    if (!sane) {
      throw new IllegalArgumentException("no frame of sound is like that");
    }
  }

  public static SoundFrame parse(byte[] bytes) throws Malformed {
    var reader = new ByteReader(PRODUCTION, bytes);
    Codec codec = Codec.of(reader.u8());
    long sampleRateHz = reader.u32();
    int channels = reader.u8();
    byte[] configuration = reader.take(reader.u8());
    byte[] data = reader.rest();
    if (!isSound(sampleRateHz, channels) || data.length < 1 || data.length > MAX_DATA_BYTES) {
      throw new Malformed(PRODUCTION, reader.position());
    }
    return new SoundFrame(codec, (int) sampleRateHz, channels, configuration, data);
  }

  public byte[] bytes() {
    return new ByteWriter(CLEAR_BYTES + configuration.length + data.length)
        .u8(codec.code)
        .u32(sampleRateHz)
        .u8(channels)
        .u8(configuration.length)
        .put(configuration)
        .put(data)
        .finish();
  }

  private static boolean isSound(long sampleRateHz, int channels) {
    return sampleRateHz >= 1
        && sampleRateHz <= MAX_SAMPLE_RATE_HZ
        && channels >= 1
        && channels <= MAX_CHANNELS;
  }

  @Override
  public String toString() {
    return "SoundFrame[%s %d Hz, %d channels, %d bytes]"
        .formatted(codec, sampleRateHz, channels, data.length);
  }
}
