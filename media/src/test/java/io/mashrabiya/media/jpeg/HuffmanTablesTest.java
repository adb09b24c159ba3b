package io.mashrabiya.media.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import org.junit.jupiter.api.Test;

class HuffmanTablesTest {
  private static final int[] NAMES = {0x00, 0x10, 0x01, 0x11};

  /// The JDK has the tables of annex K.3 too.
  @Test
  void segment_tables_areThoseOfTheStandard() {
    ByteBuffer expected = ByteBuffer.allocate(1000);
    int[] at = {0};
    Stream.of(
            JPEGHuffmanTable.StdDCLuminance,
            JPEGHuffmanTable.StdACLuminance,
            JPEGHuffmanTable.StdDCChrominance,
            JPEGHuffmanTable.StdACChrominance)
        .forEach(table -> {
          expected.put((byte) NAMES[at[0]++]);
          put(expected, Arrays.copyOf(table.getLengths(), 16));
          put(expected, table.getValues());
        });
    assertThat(HuffmanTables.segment())
        .isEqualTo(Arrays.copyOf(expected.array(), expected.position()));
  }

  @Test
  void areTypical_wholeOrSingle_holds() {
    byte[] segment = HuffmanTables.segment();
    assertThat(HuffmanTables.areTypical(ByteBuffer.wrap(segment))).isTrue();
    assertThat(HuffmanTables.areTypical(ByteBuffer.wrap(segment, 0, 29))).isTrue();
    assertThat(HuffmanTables.areTypical(ByteBuffer.allocate(0))).isTrue();
  }

  @Test
  void areTypical_anyByteChangedOrCut_doesNotHold() {
    byte[] segment = HuffmanTables.segment();
    for (int i = 0; i < segment.length; i++) {
      byte[] changed = segment.clone();
      changed[i] ^= 4;
      assertThat(HuffmanTables.areTypical(ByteBuffer.wrap(changed))).as("byte %d", i).isFalse();
    }
    assertThat(HuffmanTables.areTypical(ByteBuffer.wrap(segment, 0, 28))).isFalse();
    assertThat(HuffmanTables.areTypical(ByteBuffer.wrap(segment, 0, 10))).isFalse();
  }

  private static void put(ByteBuffer target, short[] values) {
    for (short value : values) {
      target.put((byte) value);
    }
  }
}
