package io.mashrabiya.media;

/// One elementary stream of a source: its pictures or its sound.
///
/// What may change while the stream runs (a picture's resolution, its profile) is not here: it
/// stands in the parameter sets at the head of every key frame.
///
/// @param number the track's place in its source, from 0
/// @param format how its frames are encoded
public record Track(int number, Format format) {
  /// The number of a source's picture track.
  public static final int PICTURE = 0;

  /// The number of a source's sound track, where it has one.
  public static final int SOUND = 1;

  /// Pictures as H.264.
  public static final Track MAIN = new Track(PICTURE, PictureFormat.H264);

  public Track {
    if (number < 0) {
      throw new IllegalArgumentException("a track's number is not negative: " + number);
    }
  }

  /// The sound of a source.
  public static Track sound(SoundFormat format) {
    return new Track(SOUND, format);
  }

  /// Whether its frames are sound.
  public boolean isSound() {
    return format instanceof SoundFormat;
  }
}
