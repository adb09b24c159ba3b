package io.mashrabiya.media.h264;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.h264.SequenceParameterSet.Reading;
import io.mashrabiya.media.nal.AnnexB;
import java.nio.ByteBuffer;

/// Hostile bytes at every reader of the bit stream: plausible, malformed or nothing; never an
/// exception.
class H264FuzzTest {
  @FuzzTest
  void sequenceParameterSet(byte[] input) {
    switch (SequenceParameterSet.read(input)) {
      case Reading.Understood(SequenceParameterSet set) -> {
        assertThat(set.width()).isBetween(1, 16 * 1055);
        assertThat(set.height()).isBetween(1, 16 * 1055);
        assertThat(set.codecs()).hasSize(11);
      }
      case Reading.Malformed(int bitOffset, String element) -> {
        assertThat(bitOffset).isBetween(0, input.length * 8);
        assertThat(element).isNotEmpty();
      }
    }
  }

  @FuzzTest
  void annexB(byte[] input) {
    int bytes = 0;
    for (ByteBuffer unit : AnnexB.units(input)) {
      assertThat(unit.remaining()).isPositive();
      bytes += unit.remaining();
    }
    assertThat(bytes).isLessThanOrEqualTo(input.length);
    ParameterSets.in(input).prefix();
  }
}
