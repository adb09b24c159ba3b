package io.mashrabiya.media.aac;

import java.util.Optional;

/// What the StreamMuxConfig of LATM says (ISO/IEC 14496-3, 1.7.3), of the one kind that is used for
/// RTP: one program, one layer, whole frames of variable length.
///
/// @param audio what its frames are
/// @param specificConfig the AudioSpecificConfig, in bytes of its own
/// @param frames how many frames one AudioMuxElement holds, 1 to 64
public record StreamMuxConfig(AudioSpecificConfig audio, byte[] specificConfig, int frames) {
  private static final int VARIABLE_LENGTH = 0;

  /// Reads one; empty for any other kind.
  ///
  /// Leniency: one that ends behind the AudioSpecificConfig, as GStreamer writes it, counts as of
  /// variable length.
  public static Optional<StreamMuxConfig> read(byte[] config) {
    Bits bits = new Bits(config);
    boolean version1 = bits.flag(); // audioMuxVersion
    boolean sameTiming = bits.flag();
    int frames = bits.read(6) + 1;
    int programs = bits.read(4) + 1;
    int layers = bits.read(3) + 1;
    if (version1 || !sameTiming || programs != 1 || layers != 1) {
      return Optional.empty();
    }
    int from = bits.offset();
    Optional<AudioSpecificConfig> audio = AudioSpecificConfig.read(bits);
    boolean variable = bits.read(3) == VARIABLE_LENGTH;
    if (audio.isEmpty() || !variable) { // what was cut off reads as 0
      return Optional.empty();
    }
    byte[] specific = bits.part(from, audio.get().bits());
    return Optional.of(new StreamMuxConfig(audio.get(), specific, frames));
  }
}
