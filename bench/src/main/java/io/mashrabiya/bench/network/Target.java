package io.mashrabiya.bench.network;

import io.mashrabiya.network.shape.Profile;
import java.time.Duration;
import java.util.OptionalDouble;

/// What whoever looks over a line is to have. Pure.
///
/// @param firstPicture until a kept still is seen with its age, by somebody who was here before
/// @param ageP50 true age of the newest picture, at the median
/// @param ageP95 the same at the 95th percentile; over a line that fails, so much more than the
///   line had been gone
/// @param picturesPerSecond while the line works; empty: as many as the camera makes
/// @param labelTooOld by how much a label may overstate an age; it never understates one
record Target(
    Duration firstPicture,
    Duration ageP50,
    Duration ageP95,
    OptionalDouble picturesPerSecond,
    Duration labelTooOld) {
  private static final Duration OPENING = Duration.ofMillis(150);
  private static final Duration LABEL = Duration.ofMillis(500);

  /// Of what the camera makes so much is to come where all of it is to: a picture at either end of
  /// a measurement falls out of it.
  private static final double ALL = 0.95;

  static Target of(Profile profile) {
    return switch (profile) {
      case FIBRE -> soon(profile, 300, 600, OptionalDouble.empty());
      case DSL -> soon(profile, 300, 600, OptionalDouble.of(10));
      case LTE -> soon(profile, 500, 1_000, OptionalDouble.of(10));
      case VILLAGE -> soon(profile, 800, 1_500, OptionalDouble.of(5));
      case TRAIN -> soon(profile, 1_000, 2_000, OptionalDouble.of(3));
      case DECEMBER26 ->
          of(profile, Duration.ofMillis(1_500), 2_000, 5_000, OptionalDouble.of(0.5));
    };
  }

  private static Target soon(
      Profile profile, long p50Millis, long p95Millis, OptionalDouble picturesPerSecond) {
    Duration first = OPENING.plus(profile.line().roundTrip());
    return of(profile, first, p50Millis, p95Millis, picturesPerSecond);
  }

  private static Target of(
      Profile profile, Duration first, long p50Millis, long p95Millis, OptionalDouble rate) {
    return new Target(
        first,
        Duration.ofMillis(p50Millis),
        Duration.ofMillis(p95Millis),
        rate,
        LABEL.plus(profile.line().roundTrip().dividedBy(2)));
  }

  /// How many pictures a second are to come from a camera that makes so many.
  double pictureRate(double cameraRate) {
    return picturesPerSecond.orElse(ALL * cameraRate);
  }
}
