package io.mashrabiya.media.nal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.SyntheticPictures;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnexBTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -",
        "0102, -",
        "000001, -",
        "00000001, -",
        "0000016501, 6501",
        "000000016501, 6501",
        "0000016501000001410203, 6501 410203",
        "00000001650100000001410203, 6501 410203",
        "ffff00000165, 65",
        "00000165000000, 65",
        "000001650000000000000141, 65 41",
        "0000010000016500000300, 65000003"
      })
  void units_bytes_areSplitAtStartCodes(String bytes, String expected) {
    byte[] accessUnit = HexFormat.of().parseHex(bytes == null ? "" : bytes);
    List<String> units = AnnexB.units(accessUnit).stream().map(AnnexBTest::hex).toList();
    assertThat(units).isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
  }

  @Test
  void units_randomUnits_comeBack() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      byte[][] units = new byte[1 + random.nextInt(8)][];
      for (int i = 0; i < units.length; i++) {
        units[i] = SyntheticPictures.slice(0x41, 2 + random.nextInt(300), random);
      }
      assertThat(AnnexB.units(SyntheticPictures.annexB(units)))
          .extracting(AnnexBTest::hex)
          .containsExactly(
              java.util.Arrays.stream(units).map(HexFormat.of()::formatHex).toArray(String[]::new));
    }
  }

  private static String hex(ByteBuffer unit) {
    byte[] bytes = new byte[unit.remaining()];
    unit.get(0, bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
