package io.mashrabiya.bench.ingest;

import io.mashrabiya.media.scene.PictureSize;

/// A camera that a [Recording] is of.
public enum CameraKind {
  /// As most cameras' main streams are.
  FULL_HD(1920, 1080, 25, 4_000_000),

  /// As that of the network benches.
  HD(1280, 720, 15, 2_000_000);

  private final int width;
  private final int height;
  private final int framesPerSecond;
  private final int bitsPerSecond;

  CameraKind(int width, int height, int framesPerSecond, int bitsPerSecond) {
    this.width = width;
    this.height = height;
    this.framesPerSecond = framesPerSecond;
    this.bitsPerSecond = bitsPerSecond;
  }

  PictureSize size() {
    return new PictureSize(width, height);
  }

  public int framesPerSecond() {
    return framesPerSecond;
  }

  int bitsPerSecond() {
    return bitsPerSecond;
  }

  /// When the picture of this number is taken, from the first one on.
  public long captureMicros(long number) {
    return number * 1_000_000 / framesPerSecond;
  }

  /// Such as `1080p25`.
  public String shortName() {
    return height + "p" + framesPerSecond;
  }
}
