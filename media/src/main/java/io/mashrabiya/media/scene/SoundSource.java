package io.mashrabiya.media.scene;

import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.ffmpeg.SoundEncoder;
import io.mashrabiya.media.g711.G711;
import java.util.Optional;

/// Encodes the sound of a drawn room, of one channel, as cameras mostly have it. Belongs to one
/// thread, which opens and closes it.
sealed interface SoundSource extends AutoCloseable {
  /// What comes out of a source of that codec.
  static SoundFormat format(SoundCodec codec) {
    return switch (codec) {
      case OPUS -> new SoundFormat(codec, 48_000, 1);
      // AudioSpecificConfig: AAC-LC, 16 kHz, one channel
      case AAC -> new SoundFormat(codec, 16_000, 1, new byte[] {0x14, 0x08});
      case PCMU, PCMA -> SoundFormat.telephone(codec);
    };
  }

  static SoundSource open(SoundCodec codec) {
    return switch (codec) {
      case OPUS, AAC -> new Compressed(SoundEncoder.open(codec, format(codec).sampleRateHz()));
      case PCMU, PCMA -> new Telephone(codec);
    };
  }

  /// How many samples each frame takes.
  int samplesPerFrame();

  /// Encodes one frame; empty while the codec holds it back.
  Optional<SoundEncoder.Encoded> encode(float[] samples);

  @Override
  void close();

  /// G.711 in packets of 20 ms.
  final class Telephone implements SoundSource {
    private final SoundCodec law;
    private long samplesTaken;

    private Telephone(SoundCodec law) {
      this.law = law;
    }

    @Override
    public int samplesPerFrame() {
      return 160;
    }

    @Override
    public Optional<SoundEncoder.Encoded> encode(float[] samples) {
      byte[] encoded = new byte[samples.length];
      for (int i = 0; i < samples.length; i++) {
        short sample = (short) Math.round(samples[i] * Short.MAX_VALUE);
        encoded[i] = law == SoundCodec.PCMU ? G711.mu(sample) : G711.a(sample);
      }
      long first = samplesTaken;
      samplesTaken += samples.length;
      return Optional.of(new SoundEncoder.Encoded(encoded, first));
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  /// What FFmpeg encodes.
  record Compressed(SoundEncoder encoder) implements SoundSource {
    @Override
    public int samplesPerFrame() {
      return encoder.samplesPerFrame();
    }

    @Override
    public Optional<SoundEncoder.Encoded> encode(float[] samples) {
      return encoder.encode(samples);
    }

    @Override
    public void close() {
      encoder.close();
    }
  }
}
