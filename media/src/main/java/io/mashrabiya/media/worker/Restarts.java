package io.mashrabiya.media.worker;

import java.time.Duration;

/// When the next worker may be started: at once, unless several in a row did nothing useful; then a
/// second after the last one's end, and twice as long each time. And how long it may take to start:
/// twice as long as the one before it, where that was ended for being slow, as on a machine that
/// has too much to do. Pure: times are handed in, readings of one elapsed-time clock. Not
/// thread-safe.
final class Restarts {
  static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  static final Duration MOST_WAIT = Duration.ofMinutes(1);

  static final int MOST_START_DOUBLINGS = 3;

  private int uselessInARow;
  private int tooSlowInARow;
  private Duration notBefore = Duration.ZERO;

  boolean mayStart(Duration now) {
    return uselessInARow < 2 || now.compareTo(notBefore) >= 0;
  }

  /// A worker has answered: it is one that works.
  void useful() {
    uselessInARow = 0;
    tooSlowInARow = 0;
  }

  /// A worker was ended because it had not started in its time.
  void tooSlow() {
    tooSlowInARow++;
  }

  /// The time that the next one has to start.
  ///
  /// @param first what one has that follows no slow one
  Duration startDeadline(Duration first) {
    return first.multipliedBy(1L << Math.min(tooSlowInARow, MOST_START_DOUBLINGS));
  }

  /// A worker ended that had never answered, or did not start.
  void useless(Duration now) {
    uselessInARow++;
    int doublings = Math.clamp(uselessInARow - 2, 0, 16);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    notBefore = now.plus(wait.compareTo(MOST_WAIT) < 0 ? wait : MOST_WAIT);
  }
}
