package io.mashrabiya.media.ffmpeg;

import java.time.Duration;

/// One encoded picture of a [ClipReader], in Annex B, with the parameter sets before a key frame.
public final class ClipPicture {
  private final Duration at;
  private final boolean key;
  private final byte[] accessUnit;

  ClipPicture(Duration at, boolean key, byte[] accessUnit) {
    this.at = at;
    this.key = key;
    this.accessUnit = accessUnit;
  }

  /// When it is due, from the clip's start, in the order of decoding.
  public Duration at() {
    return at;
  }

  /// Whether decoding can begin here.
  public boolean key() {
    return key;
  }

  /// The access unit itself, not a copy.
  public byte[] accessUnit() {
    return accessUnit;
  }
}
