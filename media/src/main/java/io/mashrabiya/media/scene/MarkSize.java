package io.mashrabiya.media.scene;

/// How large a [Mark] is drawn, as a part of the picture's width, so that it is found in a scaled
/// picture too.
public enum MarkSize {
  /// None, for pictures that only people look at.
  NONE(1),
  /// 80 cells in the width: 8 pixels of 640.
  NORMAL(80),
  /// 40 cells in the width, 16 pixels of 640, for pictures that will be shown small.
  LARGE(40);

  private final int cellsInWidth;

  MarkSize(int cellsInWidth) {
    this.cellsInWidth = cellsInWidth;
  }

  Grid gridOn(int pictureWidth) {
    return new Grid(pictureWidth, cellsInWidth);
  }

  /// Where the cells lie in a picture of this width: 16 columns and 6 rows in the upper right
  /// corner, one cell away from both edges. Columns and rows count from 0; -1 is the quiet border.
  record Grid(int pictureWidth, int cellsInWidth) {
    /// The left edge of a column, in pixels.
    int edgeX(int column) {
      return pixels(cellsInWidth - 1 - Mark.COLUMNS + column);
    }

    /// The upper edge of a row, in pixels.
    int edgeY(int row) {
      return pixels(row + 1);
    }

    private int pixels(int cells) {
      return (2 * cells * pictureWidth + cellsInWidth) / (2 * cellsInWidth);
    }
  }
}
