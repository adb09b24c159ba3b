package io.mashrabiya.relay.route;

import java.time.Duration;
import java.util.OptionalLong;

/// When a viewer is told what its line carries: when that is another by a quarter, once a second at
/// most, so that telling costs nothing beside the pictures. Pure and not thread-safe.
final class LineReport {
  private static final Duration EACH = Duration.ofSeconds(1);
  private static final double NEWS = 0.25;

  private long told;
  private Duration toldAt = Duration.ofSeconds(Long.MIN_VALUE);

  /// What is to be told now; empty when it is no news.
  ///
  /// @param bitsPerSecond that it carries by now; 0 while it has shown no limit
  OptionalLong due(long bitsPerSecond, Duration now) {
    boolean isNews =
        (told == 0) != (bitsPerSecond == 0) || Math.abs(bitsPerSecond - told) > NEWS * told;
    if (!isNews || now.compareTo(toldAt.plus(EACH)) < 0) {
      return OptionalLong.empty();
    }
    told = bitsPerSecond;
    toldAt = now;
    return OptionalLong.of(bitsPerSecond);
  }
}
