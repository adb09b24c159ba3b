package io.mashrabiya.media;

/// What a still is to be made of, and how it is to be.
///
/// @param from how the picture is encoded
/// @param keyFrame one encoded picture that needs no other, with its parameter sets; hostile
/// @param mostWidth the still's width in pixels, unless the picture is narrower; its height follows
public record StillRequest(
    PictureFormat from, byte[] keyFrame, Still.Format format, Still.Tone tone, int mostWidth) {
  /// No still is wider, whoever asks.
  public static final int MOST_WIDTH = 16_384;

  private static final int LEAST_WIDTH = 2;

  public StillRequest {
    if (mostWidth < LEAST_WIDTH || mostWidth > MOST_WIDTH) {
      throw new IllegalArgumentException("a still cannot be " + mostWidth + " pixels wide");
    }
  }

  /// A still in colour of a camera's key frame.
  ///
  /// @throws IllegalArgumentException if the frame is sound
  public static StillRequest of(Frame keyFrame, Still.Format format, int mostWidth) {
    return switch (keyFrame.track().format()) {
      case PictureFormat from ->
          new StillRequest(from, keyFrame.payload(), format, Still.Tone.COLOUR, mostWidth);
      case SoundFormat sound -> throw new IllegalArgumentException("there is no still of " + sound);
    };
  }

  /// A still in colour of an H.264 key frame.
  public static StillRequest ofH264(byte[] keyFrame, Still.Format format, int mostWidth) {
    return new StillRequest(PictureFormat.H264, keyFrame, format, Still.Tone.COLOUR, mostWidth);
  }

  /// Says what is asked, without any of the picture.
  @Override
  public String toString() {
    return "StillRequest[%s, %d bytes, %s, %s, at most %d wide]"
        .formatted(from, keyFrame.length, format, tone, mostWidth);
  }
}
