package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import java.time.Duration;

/// Decides when a camera is asked for a key frame: when none came at the beginning or after a
/// fault, so that nothing can be handed on, and when the last one lies so far back that whoever
/// wants to see the camera would wait for long.
///
/// Cameras with a very long or infinite interval of key frames send one at the beginning and no
/// more; of those that know how to be asked some know one way and some the other, so both are
/// tried, first the one that means less to them.
///
/// Bounds: one request every [#FIRST_WAIT] at the most, each wait twice the one before up to
/// [#MOST_WAIT], [#MOST_UNANSWERED] in a row; a key frame begins that anew. Pure: time is handed
/// in, in microseconds. Owned by one thread.
final class KeyFrameRequests {
  /// How long nothing can be handed on before the first request.
  static final Duration STALLED = Duration.ofSeconds(3);

  /// How long pictures go on without a key frame before the first request.
  static final Duration LONGEST_INTERVAL = Duration.ofSeconds(10);

  static final Duration FIRST_WAIT = Duration.ofSeconds(3);
  static final Duration MOST_WAIT = Duration.ofSeconds(24);
  static final int MOST_UNANSWERED = 6;
  private static final int OF_LOSS_FIRST = 2;

  private long keyMicros;
  private long pictureMicros;
  private long askedMicros;
  private Duration wait = FIRST_WAIT;
  private int unanswered;

  /// How to ask.
  enum Way {
    /// By saying that pictures are lost (PLI).
    PICTURE_LOSS,
    /// By a request (FIR).
    FULL_INTRA
  }

  /// @param playedMicros when the camera was told to play
  KeyFrameRequests(long playedMicros) {
    this.keyMicros = playedMicros;
    this.pictureMicros = playedMicros;
    this.askedMicros = playedMicros - CaptureClock.micros(FIRST_WAIT);
  }

  /// A picture was handed on.
  void picture(boolean key, long now) {
    pictureMicros = now;
    if (key) {
      keyMicros = now;
      unanswered = 0;
      wait = FIRST_WAIT;
    }
  }

  /// When the camera is to be asked; never, where it was asked often enough.
  long dueMicros() {
    if (unanswered == MOST_UNANSWERED) {
      return Long.MAX_VALUE;
    }
    long missed =
        Math.min(
            pictureMicros + CaptureClock.micros(STALLED),
            keyMicros + CaptureClock.micros(LONGEST_INTERVAL));
    return Math.max(missed, askedMicros + CaptureClock.micros(wait));
  }

  /// Takes note that the camera is asked now, and says how.
  Way ask(long now) {
    askedMicros = now;
    if (unanswered > 0) {
      wait = wait.multipliedBy(2).compareTo(MOST_WAIT) < 0 ? wait.multipliedBy(2) : MOST_WAIT;
    }
    unanswered++;
    return unanswered <= OF_LOSS_FIRST ? Way.PICTURE_LOSS : Way.FULL_INTRA;
  }
}
