package io.mashrabiya.media.worker;

import java.time.Duration;

/// When the next worker may be started: at once, unless several in a row did nothing useful; then a
/// second after the last one's end, and twice as long each time. Pure: times are handed in,
/// readings of one elapsed-time clock. Not thread-safe.
final class Restarts {
  static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  static final Duration MOST_WAIT = Duration.ofMinutes(1);

  private int uselessInARow;
  private Duration notBefore = Duration.ZERO;

  boolean mayStart(Duration now) {
    return uselessInARow < 2 || now.compareTo(notBefore) >= 0;
  }

  /// A worker has answered: it is one that works.
  void useful() {
    uselessInARow = 0;
  }

  /// A worker ended that had never answered, or did not start.
  void useless(Duration now) {
    uselessInARow++;
    int doublings = Math.clamp(uselessInARow - 2, 0, 16);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    notBefore = now.plus(wait.compareTo(MOST_WAIT) < 0 ? wait : MOST_WAIT);
  }
}
