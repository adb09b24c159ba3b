package io.mashrabiya.home.live;

import io.mashrabiya.media.Frame;

/// How many bits a second a stream of pictures takes, by its last whole groups. Pure, and not
/// thread-safe.
final class Bitrate {
  private static final double MICROS_PER_SECOND = 1e6;
  private static final double NEWEST_PART = 0.3;
  private static final long LEAST_MICROS = 200_000;

  private long sinceMicros;
  private long bytes;
  private boolean isCounting;
  private double bitsPerSecond;

  /// The next picture.
  void accept(Frame frame) {
    long spanMicros = frame.captureTimeMicros() - sinceMicros;
    if (frame.key() && (!isCounting || spanMicros >= LEAST_MICROS)) {
      if (isCounting) {
        double measured = bytes * Byte.SIZE / (spanMicros / MICROS_PER_SECOND);
        bitsPerSecond =
            bitsPerSecond == 0
                ? measured
                : bitsPerSecond + NEWEST_PART * (measured - bitsPerSecond);
      }
      isCounting = true;
      sinceMicros = frame.captureTimeMicros();
      bytes = 0;
    }
    bytes += frame.sizeBytes();
  }

  /// The group that is being counted is left out; what was known stays known.
  void interrupt() {
    isCounting = false;
    bytes = 0;
  }

  /// 0 before the first whole group.
  long bitsPerSecond() {
    return (long) bitsPerSecond;
  }
}
