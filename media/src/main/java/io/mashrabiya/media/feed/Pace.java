package io.mashrabiya.media.feed;

import java.time.Duration;

/// Keeps pictures to their times without drift: each is due at a time reckoned from the start,
/// never from the one before, and what is too late is left out rather than shown late. Pure:
/// elapsed time is handed in.
///
/// @param patience how late a picture may still be shown
public record Pace(Duration patience) {
  /// What to do now.
  public sealed interface Step {
    /// It is not time yet.
    record Wait(Duration rest) implements Step {}

    /// Show the next picture.
    record Show() implements Step {}

    /// The machine was too slow: leave out all that was due before `now`.
    record Skip(Duration now) implements Step {}
  }

  /// What to do with the picture that is due then, `elapsed` after the start.
  public Step next(Duration due, Duration elapsed) {
    Duration late = elapsed.minus(due);
    if (late.isNegative()) {
      return new Step.Wait(late.negated());
    }
    return late.compareTo(patience) > 0 ? new Step.Skip(elapsed) : new Step.Show();
  }
}
