package io.mashrabiya.media.jpeg;

/// How large a JPEG picture is, in pixels.
///
/// @param width 1 to 65,535
/// @param height 1 to 65,535
public record JpegSize(int width, int height) {
  /// The largest side that a file can state.
  public static final int LONGEST_SIDE = 65_535;

  public JpegSize {
    if (width < 1 || width > LONGEST_SIDE || height < 1 || height > LONGEST_SIDE) {
      throw new IllegalArgumentException("no JPEG is %d x %d".formatted(width, height));
    }
  }
}
