package io.mashrabiya.media;

/// What a still is to be made of, and how it is to be.
///
/// @param keyFrame one encoded picture that needs no other, with its parameter sets; hostile
/// @param mostWidth the still's width in pixels, unless the picture is narrower; its height follows
public record StillRequest(
    PictureCodec codec, byte[] keyFrame, Still.Format format, Still.Tone tone, int mostWidth) {
  /// No still is wider, whoever asks.
  public static final int MOST_WIDTH = 16_384;

  private static final int LEAST_WIDTH = 2;

  public StillRequest {
    if (mostWidth < LEAST_WIDTH || mostWidth > MOST_WIDTH) {
      throw new IllegalArgumentException("a still cannot be " + mostWidth + " pixels wide");
    }
  }

  /// A still in colour of an H.264 key frame.
  public static StillRequest ofH264(byte[] keyFrame, Still.Format format, int mostWidth) {
    return new StillRequest(PictureCodec.H264, keyFrame, format, Still.Tone.COLOUR, mostWidth);
  }

  /// Says what is asked, without any of the picture.
  @Override
  public String toString() {
    return "StillRequest[%s, %d bytes, %s, %s, at most %d wide]"
        .formatted(codec, keyFrame.length, format, tone, mostWidth);
  }
}
