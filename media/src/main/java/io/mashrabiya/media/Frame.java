package io.mashrabiya.media;

/// One encoded picture (later also: one packet of sound): the one type that carries media inside
/// the home.
///
/// Guarantee: a frame never changes after it was made, so it may be handed between threads and kept
/// by several sinks at once. The array behind [#payload()] is shared, not copied: whoever makes a
/// frame gives the array away, and whoever takes one only reads it.
///
/// Not guaranteed: that the payload decodes. It comes from a camera, which is hostile input until a
/// decoder says otherwise.
public final class Frame {
  private final Track track;
  private final long captureTimeMicros;
  private final boolean key;
  private final byte[] payload;

  /// @param track the stream that the frame belongs to
  /// @param captureTimeMicros the home's clock at the frame's arrival, in microseconds since 1970;
  ///   rises from frame to frame within one track
  /// @param key whether decoding can begin here, without any earlier frame
  /// @param payload one encoded frame in the format that its track says; given away, never written
  ///   to again
  public Frame(Track track, long captureTimeMicros, boolean key, byte[] payload) {
    this.track = track;
    this.captureTimeMicros = captureTimeMicros;
    this.key = key;
    this.payload = payload;
  }

  /// The stream that the frame belongs to.
  public Track track() {
    return track;
  }

  /// The home's clock at the frame's arrival, in microseconds since 1970. The camera's own clock is
  /// never used.
  public long captureTimeMicros() {
    return captureTimeMicros;
  }

  /// Whether decoding can begin here.
  public boolean key() {
    return key;
  }

  /// The encoded frame itself, not a copy: read it, never write to it.
  public byte[] payload() {
    return payload;
  }

  /// The length of the payload in bytes.
  public int sizeBytes() {
    return payload.length;
  }

  /// Says which frame this is, without any of its picture.
  @Override
  public String toString() {
    return "Frame[track=%d, captureTimeMicros=%d, key=%b, sizeBytes=%d]"
        .formatted(track.number(), captureTimeMicros, key, payload.length);
  }
}
