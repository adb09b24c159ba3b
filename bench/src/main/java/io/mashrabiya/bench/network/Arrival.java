package io.mashrabiya.bench.network;

import java.time.Duration;
import java.util.Optional;

/// Somebody went to a page, and waited for a picture.
///
/// @param seconds from the navigation until a picture was there with its label; all of the patience
///   if none came
/// @param pageSeconds until the browser first drew the page, whatever it showed
/// @param first what was seen then
record Arrival(double seconds, double pageSeconds, Optional<Look> first) {
  static Arrival none(Duration patience) {
    return new Arrival(patience.toSeconds(), patience.toSeconds(), Optional.empty());
  }

  static Arrival at(double begunMillis, double framedMillis, Look first) {
    return new Arrival(
        (first.millis() - begunMillis) / 1e3,
        (framedMillis - begunMillis) / 1e3,
        Optional.of(first));
  }
}
