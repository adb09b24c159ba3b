package io.mashrabiya.media;

/// How a camera's pictures are to become smaller ones in H.264.
///
/// @param from how the camera encodes
/// @param mostWidth of the pictures that come out, in pixels; smaller ones stay as they are, and
///   the ratio of the sides is kept
/// @param mostHeight in pixels, as well
/// @param framesPerSecond that come out at most, and what the bit rate is reckoned by
/// @param bitsPerSecond the mean rate that the encoder keeps to
/// @param keyInterval how many pictures from one key frame to the next
public record TranscodeSettings(
    PictureFormat from,
    int mostWidth,
    int mostHeight,
    int framesPerSecond,
    int bitsPerSecond,
    int keyInterval) {
  private static final int LEAST_SIDE = 16;
  private static final int MOST_SIDE = 4_096;
  private static final int MOST_RATE = 1_000;

  public TranscodeSettings {
    boolean sides =
        isWithin(mostWidth, LEAST_SIDE, MOST_SIDE) && isWithin(mostHeight, LEAST_SIDE, MOST_SIDE);
    boolean rates = isWithin(framesPerSecond, 1, MOST_RATE) && bitsPerSecond > 0 && keyInterval > 0;
    if (!sides || !rates) {
      throw new IllegalArgumentException(
          "cannot transcode to %dx%d at %d pictures and %d bits a second, a key frame every %d"
              .formatted(mostWidth, mostHeight, framesPerSecond, bitsPerSecond, keyInterval));
    }
  }

  private static boolean isWithin(int value, int least, int most) {
    return value >= least && value <= most;
  }
}
