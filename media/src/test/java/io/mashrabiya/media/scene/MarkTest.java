package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Picture;
import org.junit.jupiter.api.Test;

/// The layout as `docs/ref/virtual-camera.md` tells it, cell by cell.
class MarkTest {
  private static final Mark MARK = new Mark(0x12345678, 42);
  private static final String[] CELLS = {
    "...#..#...##.#..", ".#.#.##..####...", "................", "..........#.#.#.",
  };

  @Test
  void draw_mark_laysOutCameraAndCounterRowByRow() {
    Picture picture = new Picture(640, 360);
    MARK.draw(picture, MarkSize.NORMAL);
    for (int row = 0; row < CELLS.length; row++) {
      assertThat(cells(picture, row)).as("row " + row).isEqualTo(CELLS[row]);
    }
    long crc = Long.parseLong(bits(picture, 4) + bits(picture, 5), 2);
    assertThat((int) crc).isEqualTo(MARK.crc());
  }

  @Test
  void crc_knownVector_isThatOfIsoHdlc() {
    // "12345678" as eight bytes, by an independent implementation (zlib).
    assertThat(new Mark(0x31323334, 0x35363738).crc()).isEqualTo(0x9AE0DAAF);
  }

  @Test
  void draw_onWhite_leavesAQuietBorderOfOneCell() {
    Picture picture = new Picture(640, 360);
    picture.fill(0, 0, 640, 360, 0xFFFFFF);
    MARK.draw(picture, MarkSize.NORMAL);
    assertThat(picture.luma(495, 30)).isEqualTo(255);
    assertThat(picture.luma(496, 30)).isZero();
    assertThat(picture.luma(639, 63)).isZero();
    assertThat(picture.luma(639, 64)).isEqualTo(255);
  }

  private static String cells(Picture picture, int row) {
    return bits(picture, row).replace('1', '#').replace('0', '.');
  }

  private static String bits(Picture picture, int row) {
    StringBuilder bits = new StringBuilder();
    for (int column = 0; column < Mark.COLUMNS; column++) {
      bits.append(picture.luma(504 + 8 * column + 4, 8 + 8 * row + 4) > 128 ? '1' : '0');
    }
    return bits.toString();
  }
}
