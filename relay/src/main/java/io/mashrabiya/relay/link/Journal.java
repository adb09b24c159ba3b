package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.TokenBucket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// The relay's log: one line per event, with ids only, and no more lines than a disk can take from
/// a hostile crowd. What is left out is counted and told with the next line.
final class Journal {
  private static final Logger LOGGER = System.getLogger("io.mashrabiya.relay");
  private static final TokenBucket.Rate LINES = new TokenBucket.Rate(200, 20);

  private final TokenBucket lines = new TokenBucket(LINES, Duration.ZERO);
  private long leftOut;

  void write(Duration now, String format, Object... ids) {
    if (!lines.take(1, now)) {
      leftOut++;
      return;
    }
    if (leftOut > 0) {
      LOGGER.log(Level.INFO, "{0} lines left out", leftOut);
      leftOut = 0;
    }
    LOGGER.log(Level.INFO, format, ids);
  }
}
