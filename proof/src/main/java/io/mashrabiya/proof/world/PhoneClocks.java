package io.mashrabiya.proof.world;

import io.mashrabiya.device.accept.Moment;
import java.time.Duration;
import java.time.Instant;

/// A device's two clocks: one that stands still while it sleeps, and one that people set.
final class PhoneClocks {
  private final Timeline time;
  private Duration slept = Duration.ZERO;
  private Duration wrong = Duration.ZERO;
  private Duration awake = Duration.ZERO;

  PhoneClocks(Timeline time) {
    this.time = time;
  }

  Moment now() {
    Duration wall = Duration.between(Instant.EPOCH, time.wall()).plus(wrong);
    return new Moment(time.now().minus(slept), wall);
  }

  /// Falls asleep, unless it sleeps; nobody reads its clocks until it wakes.
  void sleep(Duration length) {
    if (!isAsleep()) {
      slept = slept.plus(length);
      awake = time.now().plus(length);
    }
  }

  boolean isAsleep() {
    return untilAwake().isPositive();
  }

  Duration untilAwake() {
    return awake.minus(time.now());
  }

  /// Somebody sets it so much wrong.
  void set(Duration by) {
    wrong = by;
  }
}
