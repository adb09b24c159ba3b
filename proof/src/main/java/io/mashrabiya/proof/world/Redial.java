package io.mashrabiya.proof.world;

import java.time.Duration;

/// How long a device waits before it dials again, as the viewer does (`link/backoff.ts`): twice as
/// long after each failure, and by chance up to half less.
final class Redial {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration MOST = Duration.ofSeconds(15);

  private static final Duration BARRED = Duration.ofMinutes(1);

  private Duration most = FIRST;

  /// After a relay has said that it is none of the household's devices.
  static Duration barred(Chance chance) {
    return chance.between(BARRED.dividedBy(2), BARRED);
  }

  Duration next(Chance chance) {
    Duration wait = chance.between(most.dividedBy(2), most);
    Duration doubled = most.multipliedBy(2);
    most = doubled.compareTo(MOST) < 0 ? doubled : MOST;
    return wait;
  }

  void succeeded() {
    most = FIRST;
  }
}
