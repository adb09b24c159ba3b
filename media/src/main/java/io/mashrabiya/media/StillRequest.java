package io.mashrabiya.media;

/// What a still is to be made of, and how it is to be.
///
/// @param from how the picture is encoded
/// @param keyFrame one encoded picture that needs no other, with its parameter sets; hostile
/// @param mostWidth the still's width in pixels, unless the picture is narrower; its height follows
/// @param mostBytes that the file should have: it is made coarser, and then smaller, until it has;
///   one that is as coarse and small as can be may have more
public record StillRequest(
    PictureFormat from,
    byte[] keyFrame,
    Still.Format format,
    Still.Tone tone,
    int mostWidth,
    int mostBytes) {
  /// As many bytes as it takes.
  public static final int ANY_BYTES = Integer.MAX_VALUE;

  /// No still is wider, whoever asks.
  public static final int MOST_WIDTH = 16_384;

  private static final int LEAST_WIDTH = 2;

  public StillRequest {
    if (mostWidth < LEAST_WIDTH || mostWidth > MOST_WIDTH) {
      throw new IllegalArgumentException("a still cannot be " + mostWidth + " pixels wide");
    }
    if (mostBytes < 1) {
      throw new IllegalArgumentException("a still cannot have " + mostBytes + " bytes");
    }
  }

  /// The same within so many bytes.
  public StillRequest within(int mostBytes) {
    return new StillRequest(from, keyFrame, format, tone, mostWidth, mostBytes);
  }

  /// A still in colour of a camera's key frame.
  ///
  /// @throws IllegalArgumentException if the frame is sound
  public static StillRequest of(Frame keyFrame, Still.Format format, int mostWidth) {
    return switch (keyFrame.track().format()) {
      case PictureFormat from ->
          new StillRequest(
              from, keyFrame.payload(), format, Still.Tone.COLOUR, mostWidth, ANY_BYTES);
      case SoundFormat sound -> throw new IllegalArgumentException("there is no still of " + sound);
    };
  }

  /// A still in colour of an H.264 key frame.
  public static StillRequest ofH264(byte[] keyFrame, Still.Format format, int mostWidth) {
    return new StillRequest(
        PictureFormat.H264, keyFrame, format, Still.Tone.COLOUR, mostWidth, ANY_BYTES);
  }

  /// Says what is asked, without any of the picture.
  @Override
  public String toString() {
    return "StillRequest[%s, %d bytes, %s, %s, at most %d wide and of %d bytes]"
        .formatted(from, keyFrame.length, format, tone, mostWidth, mostBytes);
  }
}
