package io.mashrabiya.relay.route;

import java.time.Duration;

/// The time of tests.
final class Now {
  static final Duration NOW = Duration.ofSeconds(1_000);

  private Now() {}

  static Duration after(long millis) {
    return NOW.plusMillis(millis);
  }
}
