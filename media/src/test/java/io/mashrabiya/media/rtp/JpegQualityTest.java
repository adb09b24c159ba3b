package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.junit.jupiter.api.Test;

class JpegQualityTest {
  /// The JDK has the tables of annex K.1 too, in the order of rows.
  @Test
  void tables_middleQuality_areThoseOfTheStandard() {
    byte[] tables = JpegQuality.tables(50);
    assertThat(sorted(Arrays.copyOfRange(tables, 0, 64)))
        .isEqualTo(sorted(JPEGQTable.K1Luminance.getTable()));
    assertThat(sorted(Arrays.copyOfRange(tables, 64, 128)))
        .isEqualTo(sorted(JPEGQTable.K2Chrominance.getTable()));
    assertThat(tables).as("in zigzag order").startsWith(16, 11, 12, 14, 12, 10, 16, 14, 13);
  }

  /// Worked out by hand from appendix A: 16 and 99 at each quality.
  @Test
  void tables_otherQualities_areScaledAndBounded() {
    assertThat(ends(1)).containsExactly(255, 255);
    assertThat(ends(25)).containsExactly(32, 198);
    assertThat(ends(75)).containsExactly(8, 50);
    assertThat(ends(99)).containsExactly(1, 2);
  }

  @Test
  void isComputed_qualities_areOneToNinetyNine() {
    assertThat(JpegQuality.isComputed(0)).isFalse();
    assertThat(JpegQuality.isComputed(1)).isTrue();
    assertThat(JpegQuality.isComputed(99)).isTrue();
    assertThat(JpegQuality.isComputed(100)).isFalse();
  }

  private static int[] ends(int quality) {
    byte[] tables = JpegQuality.tables(quality);
    return new int[] {tables[0] & 0xff, tables[127] & 0xff};
  }

  private static int[] sorted(byte[] table) {
    int[] values = new int[table.length];
    Arrays.setAll(values, i -> table[i] & 0xff);
    return sorted(values);
  }

  private static int[] sorted(int[] table) {
    int[] copy = table.clone();
    Arrays.sort(copy);
    return copy;
  }
}
