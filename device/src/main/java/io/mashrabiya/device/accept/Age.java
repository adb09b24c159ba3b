package io.mashrabiya.device.accept;

import java.time.Duration;
import java.time.Instant;

/// What a viewer may say about how old a picture is.
///
/// Guarantee: [Known#atMost()] is never smaller than the picture's true age, however long whoever
/// carries the messages delays, repeats or drops them, while the home is honest; the slack is the 2
/// s by which the device's two clocks may disagree unnoticed. Not guaranteed: that the bound is
/// tight; on a slow line it is larger by the time the answer took.
public sealed interface Age {
  /// The home has answered, and the picture is at most this old.
  record Known(Duration atMost) implements Age {}

  /// No usable answer: say when the picture was taken, and nothing about now.
  record Unknown(Instant taken) implements Age {}
}
