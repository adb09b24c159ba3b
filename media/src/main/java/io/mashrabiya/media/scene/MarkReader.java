package io.mashrabiya.media.scene;

import io.mashrabiya.media.Picture;
import java.util.Optional;

/// Reads a [Mark] from the pixels of a whole picture, at its own size or scaled, before or after
/// lossy coding.
///
/// Guarantee: any picture is safe to give; what has no mark reads as one with a chance of two in
/// 2^32 if its pixels are arbitrary. Not guaranteed: a mark of a cropped, turned or mirrored
/// picture is not found.
public final class MarkReader {
  private static final int LEAST_CONTRAST = 48;

  private MarkReader() {}

  /// The mark in the picture, whichever its size, or nothing.
  public static Optional<Mark> read(Picture picture) {
    return read(picture, MarkSize.NORMAL).or(() -> read(picture, MarkSize.LARGE));
  }

  private static Optional<Mark> read(Picture picture, MarkSize size) {
    MarkSize.Grid grid = size.gridOn(picture.width());
    boolean cellsAreSeen = grid.edgeX(1) - grid.edgeX(0) >= 2;
    if (!cellsAreSeen || grid.edgeX(0) < 0 || grid.edgeY(Mark.ROWS + 1) > picture.height()) {
      return Optional.empty();
    }
    return decode(lumaOfCells(picture, grid));
  }

  private static int[] lumaOfCells(Picture picture, MarkSize.Grid grid) {
    int[] cells = new int[Mark.ROWS * Mark.COLUMNS];
    for (int i = 0; i < cells.length; i++) {
      int column = i % Mark.COLUMNS;
      int row = i / Mark.COLUMNS;
      cells[i] =
          meanOfMiddle(
              picture,
              grid.edgeX(column),
              grid.edgeX(column + 1),
              grid.edgeY(row),
              grid.edgeY(row + 1));
    }
    return cells;
  }

  /// The mean luma of a cell without its outer quarters, which coding and scaling blur.
  private static int meanOfMiddle(Picture picture, int left, int right, int top, int bottom) {
    int insetX = (right - left) / 4;
    int insetY = (bottom - top) / 4;
    int sum = 0;
    int count = 0;
    for (int y = top + insetY; y < bottom - insetY; y++) {
      for (int x = left + insetX; x < right - insetX; x++) {
        sum += picture.luma(x, y);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /// Halfway between the darkest and the brightest cell lies the border between black and white,
  /// however dim.
  private static Optional<Mark> decode(int[] cells) {
    int darkest = 255;
    int brightest = 0;
    for (int luma : cells) {
      darkest = Math.min(darkest, luma);
      brightest = Math.max(brightest, luma);
    }
    int[] words = new int[3];
    for (int i = 0; i < cells.length; i++) {
      int bit = 2 * cells[i] > darkest + brightest ? 1 : 0;
      words[i / 32] = (words[i / 32] << 1) | bit;
    }
    Mark mark = new Mark(words[0], words[1]);
    boolean holds = brightest - darkest >= LEAST_CONTRAST && mark.crc() == words[2];
    return holds ? Optional.of(mark) : Optional.empty();
  }
}
