package io.mashrabiya.media.scene;

import io.mashrabiya.media.Picture;

/// The size of a camera's picture in pixels. Both sides are even, because colour is coded at half
/// the size.
public record PictureSize(int width, int height) {
  /// What a virtual camera shows unless told otherwise.
  public static final PictureSize DEFAULT = new PictureSize(640, 360);

  /// @throws IllegalArgumentException if a side is odd, below 16, or the picture too large
  public PictureSize {
    boolean tooLarge = (long) width * height > Picture.MOST_PIXELS;
    if (width < 16 || height < 16 || width % 2 != 0 || height % 2 != 0 || tooLarge) {
      throw new IllegalArgumentException("a camera's picture cannot be " + width + "x" + height);
    }
  }
}
