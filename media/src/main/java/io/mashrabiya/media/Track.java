package io.mashrabiya.media;

/// One elementary stream of a source: its pictures, or later its sound.
///
/// What may change while the stream runs (resolution, profile) is not here: it stands in the
/// parameter sets at the head of every key frame.
///
/// @param number the track's place in its source, from 0
/// @param codec how its frames are encoded
public record Track(int number, Codec codec) {
  /// The first picture track of a source.
  public static final Track MAIN = new Track(0, Codec.H264);

  public Track {
    if (number < 0) {
      throw new IllegalArgumentException("a track's number is not negative: " + number);
    }
  }
}
