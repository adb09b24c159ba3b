package io.mashrabiya.media;

import java.util.Arrays;

/// An uncoded picture in memory: rows of `0xRRGGBB` from the upper left. It is changed in place and
/// so belongs to one thread at a time.
public final class Picture {
  /// More pixels than any camera's picture has; what asks for more is broken or hostile.
  public static final int MOST_PIXELS = 1 << 26;

  private final int width;
  private final int height;
  private final int[] rgb;

  /// A black picture.
  ///
  /// @throws IllegalArgumentException if a side is not positive or the picture larger than
  ///   [#MOST_PIXELS]
  public Picture(int width, int height) {
    this(width, height, new int[area(width, height)]);
  }

  private Picture(int width, int height, int[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /// A picture over these pixels, which are not copied.
  ///
  /// @throws IllegalArgumentException if there are not exactly `width * height`
  public static Picture over(int width, int height, int[] rgb) {
    if (area(width, height) != rgb.length) {
      throw new IllegalArgumentException(
          rgb.length + " pixels are not a picture of " + width + "x" + height);
    }
    return new Picture(width, height, rgb);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// The pixels themselves, not a copy; the highest byte of each means nothing.
  public int[] rgb() {
    return rgb;
  }

  /// How bright the pixel is, 0 to 255, as by ITU-R BT.601.
  public int luma(int x, int y) {
    int pixel = rgb[y * width + x];
    return (77 * ((pixel >> 16) & 0xFF) + 150 * ((pixel >> 8) & 0xFF) + 29 * (pixel & 0xFF)) >> 8;
  }

  /// Fills the part of the rectangle that lies inside the picture.
  public void fill(int x, int y, int rectangleWidth, int rectangleHeight, int colour) {
    int left = Math.max(0, x);
    int right = Math.min(width, x + rectangleWidth);
    int bottom = Math.min(height, y + rectangleHeight);
    for (int row = Math.max(0, y); row < bottom && left < right; row++) {
      Arrays.fill(rgb, row * width + left, row * width + right, colour);
    }
  }

  private static int area(int width, int height) {
    if (width <= 0 || height <= 0 || (long) width * height > MOST_PIXELS) {
      throw new IllegalArgumentException("no picture can be " + width + "x" + height);
    }
    return width * height;
  }
}
