package io.mashrabiya.media.g711;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class G711Test {
  /// Levels and codes of ITU-T G.711, tables 1a to 2b, at 16 bits.
  @ParameterizedTest
  @CsvSource({
    "0, 255, 213",
    "32124, 128, 170",
    "-32124, 0, 42",
    "32767, 128, 170",
    "-32768, 0, 42",
    "120, 240, 210",
    "264, 231, 197",
  })
  void encode_levelsOfTheTables_areTheirCodes(short sample, int mu, int a) {
    assertThat(G711.mu(sample) & 0xff).as("mu-law").isEqualTo(mu);
    assertThat(G711.a(sample) & 0xff).as("A-law").isEqualTo(a);
  }

  /// Decoded by the formulas of the standard, every sample comes back within half a step.
  @Test
  void encode_everySample_comesBackWithinHalfAStep() {
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      int coarse = Math.max(16, Math.abs(sample) / 16);
      assertThat(mu(G711.mu((short) sample)) - sample).isBetween(-coarse, coarse + 644);
      assertThat(a(G711.a((short) sample)) - sample).isBetween(-coarse, coarse);
    }
  }

  private static int mu(byte code) {
    int bits = ~code & 0xff;
    int magnitude = (((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7);
    return (bits & 0x80) != 0 ? 0x84 - magnitude : magnitude - 0x84;
  }

  private static int a(byte code) {
    int bits = (code & 0xff) ^ 0x55;
    int segment = (bits >> 4) & 7;
    int step = ((bits & 0x0f) << 4) + 8;
    int magnitude = segment == 0 ? step : (step + 0x100) << (segment - 1);
    return (bits & 0x80) != 0 ? magnitude : -magnitude;
  }
}
