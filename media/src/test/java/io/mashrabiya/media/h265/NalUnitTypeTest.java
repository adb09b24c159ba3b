package io.mashrabiya.media.h265;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Table 7-1 of ITU-T H.265.
class NalUnitTypeTest {
  @Test
  void of_header_isTheTypeWithoutForbiddenBitAndLayer() {
    assertThat(NalUnitType.of((byte) 0x42)).isEqualTo(NalUnitType.SPS);
    assertThat(NalUnitType.of((byte) 0xc3)).isEqualTo(NalUnitType.SPS);
    assertThat(NalUnitType.layer((byte) 0x43, (byte) 0x09)).isEqualTo(33);
    assertThat(NalUnitType.layer((byte) 0x42, (byte) 0x07)).isZero();
  }

  @Test
  void isSlice_allTypes_areThoseThatDecodersKnow() {
    assertThat(IntStream.range(0, 64).filter(NalUnitType::isSlice))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 18, 19, 20, 21);
    assertThat(IntStream.range(0, 64).filter(NalUnitType::isKey))
        .containsExactly(16, 17, 18, 19, 20, 21);
    assertThat(IntStream.range(0, 64).filter(NalUnitType::isSkippedLeading)).containsExactly(8, 9);
    assertThat(IntStream.range(0, 64).filter(NalUnitType::isBrokenLink))
        .containsExactly(16, 17, 18);
  }
}
