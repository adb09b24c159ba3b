package io.mashrabiya.media.g726;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Against FFmpeg's own G.726, which shares no code with ours. It rounds the step size otherwise
/// than the recommendation does (clause 2.5), and lets 40 kbit/s forget more quickly, so that
/// single bits differ: what is left between the two is below what the codec itself leaves out.
class G726DecoderTest {
  private static final int SAMPLES = 20_000;

  /// A voice's worth of tones, with a silence and a shout in it.
  private static short[] sound() {
    Random random = new Random(3);
    short[] sound = new short[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double loudness = i % 4_000 < 500 ? 0 : i > 12_000 ? 0.9 : 0.3;
      double tones = Math.sin(i * 0.2) + 0.5 * Math.sin(i * 0.71) + 0.1 * random.nextGaussian();
      sound[i] = (short) Math.clamp(tones / 1.6 * loudness * 32_000, -32_768, 32_767);
    }
    return sound;
  }

  @ParameterizedTest
  @EnumSource(names = {"BITS_2", "BITS_3", "BITS_4"})
  void decode_whatFfmpegEncoded_isNearlyWhatFfmpegDecodes(G726Rate rate) {
    short[] original = sound();
    byte[] encoded = FfmpegG726.encode(original, rate.bits());
    short[] theirs = FfmpegG726.decode(encoded, rate.bits());
    assertThat(theirs).hasSizeGreaterThan(SAMPLES / 2);
    G726Decoder decoder = new G726Decoder(rate);
    int bit = 0;
    double theirNoise = 0;
    double ourNoise = 0;
    double between = 0;
    for (int i = 0; i < theirs.length; i++) {
      int code = 0;
      for (int j = 0; j < rate.bits(); j++, bit++) {
        code = (code << 1) | ((encoded[bit / 8] >> (7 - bit % 8)) & 1);
      }
      int ours = decoder.decode(code);
      theirNoise += Math.pow(theirs[i] - original[i], 2);
      ourNoise += Math.pow(ours - original[i], 2);
      between += Math.pow(ours - theirs[i], 2);
    }
    assertThat(between).as("what is left between the two").isLessThan(theirNoise / 2);
    assertThat(ourNoise).as("what the codec leaves out").isLessThan(theirNoise * 1.2);
  }

  /// An encoder that tries every code and takes the one that decodes best.
  @ParameterizedTest
  @EnumSource
  void decode_codesOfAnEncoderThatListens_followTheSound(G726Rate rate) {
    int length = 300;
    int[] codes = new int[length];
    double loudness = 0;
    double noise = 0;
    for (int i = 0; i < length; i++) {
      double wanted = 6_000 * Math.sin(i * 0.2);
      double best = Double.MAX_VALUE;
      for (int code = 0; code < 1 << rate.bits(); code++) {
        G726Decoder decoder = new G726Decoder(rate);
        for (int before = 0; before < i; before++) {
          decoder.decode(codes[before]);
        }
        double off = Math.abs(decoder.decode(code) - wanted);
        if (off < best) {
          best = off;
          codes[i] = code;
        }
      }
      if (i > 100) { // once it has found its step
        loudness += wanted * wanted;
        noise += best * best;
      }
    }
    assertThat(10 * Math.log10(loudness / noise)).as("decibels").isGreaterThan(5 * rate.bits());
  }

  /// Any bits at all: it neither throws nor leaves its range.
  @ParameterizedTest
  @EnumSource
  void decode_anything_isASample(G726Rate rate) {
    Random random = new Random(rate.bits());
    G726Decoder decoder = new G726Decoder(rate);
    for (int i = 0; i < 200_000; i++) {
      decoder.decode(random.nextInt(1 << rate.bits()));
    }
  }
}
