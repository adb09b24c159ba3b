package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.media.Frame;
import java.time.Duration;
import java.util.Optional;

/// What is counted of the pictures of one stream while it is listened to.
///
/// The first second is left out of rates: many cameras begin with a burst of what they kept. Owned
/// by the thread that plays the camera until that has ended.
final class PictureTally {
  private static final long BURST_MICROS = 1_000_000;

  private long firstMicros = -1;
  private long lastMicros;
  private long steadyFromMicros = -1;
  private long steadyPictures;
  private long steadyBytes;
  private long lastKeyMicros;
  private long longestBetweenKeysMicros;
  private int keys;
  private long pictures;
  private long takenMicros;
  private long longestTakenMicros;
  private Optional<Frame> newestKey = Optional.empty();

  /// @param wholeMicros when all of it was there, by the clock of its capture time
  void count(Frame picture, long wholeMicros) {
    pictures++;
    takenMicros += wholeMicros - picture.captureTimeMicros();
    longestTakenMicros = Math.max(longestTakenMicros, wholeMicros - picture.captureTimeMicros());
    long at = picture.captureTimeMicros();
    if (firstMicros < 0) {
      firstMicros = at;
    }
    lastMicros = at;
    if (at - firstMicros >= BURST_MICROS) {
      countSteady(picture);
    }
    if (picture.key()) {
      if (keys > 0) {
        longestBetweenKeysMicros = Math.max(longestBetweenKeysMicros, at - lastKeyMicros);
      }
      keys++;
      lastKeyMicros = at;
      newestKey = Optional.of(picture);
    }
  }

  private void countSteady(Frame picture) {
    if (steadyFromMicros < 0) {
      steadyFromMicros = picture.captureTimeMicros();
      return; // its bytes came before the span that is measured
    }
    steadyPictures++;
    steadyBytes += picture.sizeBytes();
  }

  int keys() {
    return keys;
  }

  /// The longest time from one key frame to the next, or since the last one, whichever is longer.
  Duration longestWithoutKey() {
    long open = keys == 0 ? 0 : lastMicros - lastKeyMicros;
    return Duration.ofNanos(Math.max(longestBetweenKeysMicros, open) * 1_000);
  }

  /// Whether [#longestWithoutKey] lies between two key frames; else the interval is longer than
  /// that.
  boolean isWholeInterval() {
    return longestBetweenKeysMicros >= lastMicros - lastKeyMicros;
  }

  Optional<Frame> newestKey() {
    return newestKey;
  }

  /// How long one takes, from when it was asked for or began to come until it is there; zero
  /// without any.
  Duration meanTaken() {
    return Duration.ofNanos(pictures == 0 ? 0 : takenMicros / pictures * 1_000);
  }

  /// The longest of these times.
  Duration longestTaken() {
    return Duration.ofNanos(longestTakenMicros * 1_000);
  }

  /// 0 where it was not listened to for long enough to tell.
  double picturesPerSecond() {
    return steadySeconds() == 0 ? 0 : steadyPictures / steadySeconds();
  }

  /// 0 where it was not listened to for long enough to tell.
  long kilobitsPerSecond() {
    return steadySeconds() == 0 ? 0 : Math.round(steadyBytes * 8 / 1000.0 / steadySeconds());
  }

  private double steadySeconds() {
    return steadyFromMicros < 0 ? 0 : (lastMicros - steadyFromMicros) / 1e6;
  }
}
