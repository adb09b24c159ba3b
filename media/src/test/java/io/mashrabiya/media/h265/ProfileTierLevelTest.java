package io.mashrabiya.media.h265;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.nal.BitReader;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ProfileTierLevelTest {
  private static BitReader bits(String hex) {
    return new BitReader(HexFormat.of().parseHex(hex), 0);
  }

  @Test
  void text_constraintsOfZeroAtTheEnd_areLeftOut() {
    assertThat(ProfileTierLevel.read(bits("0160000000b000000000005d"), 0).text())
        .isEqualTo("1.6.L93.B0");
    assertThat(ProfileTierLevel.read(bits("0160000000b00000080000ba"), 0).text())
        .as("but not before one that is not")
        .isEqualTo("1.6.L186.B0.0.0.8");
    assertThat(ProfileTierLevel.read(bits("01600000000000000000005d"), 0).text())
        .isEqualTo("1.6.L93");
  }

  @Test
  void text_anotherProfileSpace_isALetterBefore() {
    assertThat(ProfileTierLevel.read(bits("a180000000b000000000005d"), 0).text())
        .isEqualTo("B1.1.H93.B0");
  }

  @Test
  void read_subLayers_areSkipped() {
    BitReader bits =
        bits("0160000000b000000000005d" + "d000" + "00".repeat(11) + "1e" + "3c" + "ff");
    assertThat(ProfileTierLevel.read(bits, 2).levelIdc()).isEqualTo(93);
    assertThat(bits.bits(8)).as("what is behind").isEqualTo(255);
    assertThat(bits.overrun()).isFalse();
  }

  @Test
  void interopConstraints_leadingZeros_areKept() {
    assertThat(ProfileTierLevel.read(bits("01600000000000000000015d"), 0).interopConstraints())
        .isEqualTo("000000000001");
  }
}
