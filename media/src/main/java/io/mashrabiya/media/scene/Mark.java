package io.mashrabiya.media.scene;

import io.mashrabiya.media.Picture;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// What a drawn picture says about itself in black and white cells, so that a test can tell from
/// pixels alone which camera and which picture it sees. It is a CRC's worth of certainty against
/// misreading, and none against malice.
///
/// 96 bits, the highest first: camera, counter, CRC-32 (ISO-HDLC, that of [CRC32]) of those eight
/// bytes. See [MarkSize] for the place; `docs/ref/virtual-camera.md` for all of it.
///
/// @param camera the camera's number, any 32 bits
/// @param counter the picture's number, unsigned
public record Mark(int camera, int counter) {
  static final int COLUMNS = 16;
  static final int ROWS = 6;
  private static final int WHITE = 0xFFFFFF;
  private static final int BLACK = 0x000000;

  /// Draws the mark and its quiet border into the upper right corner.
  public void draw(Picture picture, MarkSize size) {
    if (size == MarkSize.NONE) {
      return;
    }
    MarkSize.Grid grid = size.gridOn(picture.width());
    int left = grid.edgeX(-1);
    int top = grid.edgeY(-1);
    picture.fill(left, top, grid.edgeX(COLUMNS + 1) - left, grid.edgeY(ROWS + 1) - top, BLACK);
    byte[] bits = bytes();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        if (isSet(bits, row * COLUMNS + column)) {
          int x = grid.edgeX(column);
          int y = grid.edgeY(row);
          picture.fill(x, y, grid.edgeX(column + 1) - x, grid.edgeY(row + 1) - y, WHITE);
        }
      }
    }
  }

  /// The CRC-32 that goes with camera and counter.
  int crc() {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(8).putInt(camera).putInt(counter).flip());
    return (int) crc.getValue();
  }

  private byte[] bytes() {
    return ByteBuffer.allocate(12).putInt(camera).putInt(counter).putInt(crc()).array();
  }

  private static boolean isSet(byte[] bits, int index) {
    return (bits[index / 8] & (0x80 >>> (index % 8))) != 0;
  }
}
