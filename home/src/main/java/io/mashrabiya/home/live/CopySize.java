package io.mashrabiya.home.live;

import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.TranscodeSettings;

/// The small copies of a camera's pictures that can be made. Sizes and rates are fixed, so that one
/// copy does for all who need it, however unequal their lines.
public enum CopySize {
  /// For who decodes nothing else of the camera, and for lines of some 1 Mbit/s. These are taken
  /// for 650 to 940 kbit/s, by what crosses them; the ladder gives this from 680 on, down to 490.
  SMALL(640, 360, 15, 400_000, 45),
  /// For lines of some 300 kbit/s.
  LOW(416, 234, 6, 160_000, 24),
  /// What glimpses are made of, which each decodes by itself. It is never sent.
  GLIMPSED(320, 180, 1, 300_000, 1);

  private final int mostWidth;
  private final int mostHeight;
  private final int framesPerSecond;
  private final int bitsPerSecond;
  private final int keyInterval; // in pictures

  CopySize(int mostWidth, int mostHeight, int framesPerSecond, int bitsPerSecond, int keyInterval) {
    this.mostWidth = mostWidth;
    this.mostHeight = mostHeight;
    this.framesPerSecond = framesPerSecond;
    this.bitsPerSecond = bitsPerSecond;
    this.keyInterval = keyInterval;
  }

  int heightPixels() {
    return mostHeight;
  }

  long bitsPerSecond() {
    return bitsPerSecond;
  }

  /// How a camera's pictures become this copy.
  public TranscodeSettings of(PictureFormat format) {
    return new TranscodeSettings(
        format, mostWidth, mostHeight, framesPerSecond, bitsPerSecond, keyInterval);
  }
}
