package io.mashrabiya.media.aac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioSpecificConfigTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /// The first three as cameras send them; the others put together by hand from the standard.
  @ParameterizedTest
  @CsvSource({
    "1408, 2, 16000, 1, 1024, low complexity at 16 kHz",
    "1190, 2, 48000, 2, 1024, stereo",
    "1588, 2, 8000, 1, 1024, as a telephone",
    "140c, 2, 16000, 1, 960, short frames",
    "178001f408, 2, 1000, 1, 1024, a rate in words of its own",
    "2b8b0800, 2, 22050, 1, 1024, spectral band replication over 22 kHz",
    "eb098800, 2, 24000, 1, 1024, and parametric stereo",
  })
  void read_knownCoding_isUnderstood(
      String config, int type, int rate, int channels, int samples, String what) {
    assertThat(AudioSpecificConfig.read(hex(config)))
        .as(what)
        .hasValueSatisfying(read -> {
          assertThat(read.objectType()).isEqualTo(type);
          assertThat(read.sampleRateHz()).isEqualTo(rate);
          assertThat(read.channels()).isEqualTo(channels);
          assertThat(read.samplesPerFrame()).isEqualTo(samples);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "14", // half of it
        "1680", // a rate that is reserved
        "1400", // channels that only the stream tells
        "1440", // eight channels and more
        "3408", // a coding that is none of these
        "f80c", // an escape to nowhere
        "17ffffff88", // a rate that no sound has
      })
  void read_anythingElse_isNone(String config) {
    assertThat(AudioSpecificConfig.read(hex(config))).isEmpty();
  }

  @Test
  void streamMux_oneProgramOfWholeFrames_isUnderstood() {
    // 0 1 000000 0000 000, then the configuration 1408, then frameLengthType 000 and what follows
    var config = StreamMuxConfig.read(hex("400028103fc0")).orElseThrow();
    assertThat(config.frames()).isEqualTo(1);
    assertThat(config.audio().sampleRateHz()).isEqualTo(16_000);
    assertThat(config.specificConfig()).isEqualTo(hex("1408"));
  }

  @Test
  void streamMux_severalFrames_areCounted() {
    assertThat(StreamMuxConfig.read(hex("430028103fc0")).orElseThrow().frames()).isEqualTo(4);
  }

  /// GStreamer's `rtpmp4apay`.
  @Test
  void streamMux_cutOffBehindTheConfiguration_isOfVariableLength() {
    assertThat(StreamMuxConfig.read(hex("40002810")).orElseThrow().specificConfig())
        .isEqualTo(hex("1408"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "c00028103fc0", // another version of the multiplex
        "000028103fc0", // streams with times of their own
        "401028103fc0", // two programs
        "400228103fc0", // two layers
        "400028107fc0", // frames of one length
        "400028", // cut off in the configuration
      })
  void streamMux_anythingElse_isNone(String config) {
    assertThat(StreamMuxConfig.read(hex(config))).isEmpty();
  }
}
