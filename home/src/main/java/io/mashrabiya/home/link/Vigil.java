package io.mashrabiya.home.link;

import java.time.Duration;

/// Watches whether the other end of a link is still there: when nothing came for a while it is
/// asked for a sign of life, and when nothing comes for as long again it is gone.
///
/// Pure: elapsed time is handed in. Not thread-safe.
final class Vigil {
  private final Duration quiet;
  private Duration since;
  private boolean asked;

  /// What to do now.
  sealed interface Step {
    /// Listen for so long at most.
    record Listen(Duration atMost) implements Step {}

    /// Ask for a sign of life.
    record Ask() implements Step {}

    /// Give the link up.
    record GiveUp() implements Step {}
  }

  Vigil(Duration quiet, Duration now) {
    this.quiet = quiet;
    this.since = now;
  }

  /// Something came, whatever it was.
  void heard(Duration now) {
    since = now;
    asked = false;
  }

  /// An [Step.Ask] counts as done.
  Step next(Duration now) {
    Duration left = since.plus(quiet).minus(now);
    if (left.isPositive()) {
      return new Step.Listen(left);
    }
    if (asked) {
      return new Step.GiveUp();
    }
    since = now;
    asked = true;
    return new Step.Ask();
  }
}
