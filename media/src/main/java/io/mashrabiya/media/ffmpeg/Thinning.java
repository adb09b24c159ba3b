package io.mashrabiya.media.ffmpeg;

/// Of pictures that come oftener than wanted, keeps those that come nearest to an even rhythm.
/// Pure.
final class Thinning {
  private static final long MICROS_PER_SECOND = 1_000_000;

  /// A picture that comes a little early is not left out for that: cameras are not exact.
  private static final long EARLY_PART = 8;

  private final long intervalMicros;
  private long dueMicros; // of the first nobody knows

  Thinning(int framesPerSecond) {
    intervalMicros = MICROS_PER_SECOND / framesPerSecond;
  }

  /// Whether the next picture is kept.
  boolean keeps(long captureMicros) {
    boolean wentBack = captureMicros < dueMicros - 2 * intervalMicros;
    if (!wentBack && captureMicros < dueMicros - intervalMicros / EARLY_PART) {
      return false;
    }
    boolean isInRhythm = !wentBack && captureMicros - dueMicros < intervalMicros;
    dueMicros = (isInRhythm ? dueMicros : captureMicros) + intervalMicros;
    return true;
  }
}
