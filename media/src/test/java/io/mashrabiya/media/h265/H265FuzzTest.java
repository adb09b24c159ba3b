package io.mashrabiya.media.h265;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.h265.SequenceParameterSet.Reading;

/// Hostile bytes at the readers of the bit stream: plausible, malformed or nothing; never an
/// exception.
class H265FuzzTest {
  @FuzzTest
  void sequenceParameterSet(byte[] input) {
    switch (SequenceParameterSet.read(input)) {
      case Reading.Understood(SequenceParameterSet set) -> {
        assertThat(set.width()).isBetween(1, 16_888);
        assertThat(set.height()).isBetween(1, 16_888);
        assertThat(set.bitDepth()).isBetween(8, 16);
        assertThat(set.codecs()).matches("hev1\\.[ABC]?\\d+\\.[0-9A-F]+\\.[LH]\\d+(\\.[0-9A-F]+)*");
      }
      case Reading.Malformed(int bitOffset, String element) -> {
        assertThat(bitOffset).isBetween(0, input.length * 8);
        assertThat(element).isNotEmpty();
      }
    }
    new ParameterSets().offer(input);
  }
}
