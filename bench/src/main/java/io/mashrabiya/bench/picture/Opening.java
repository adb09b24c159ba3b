package io.mashrabiya.bench.picture;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// One opening of a page, up to its first few pictures. Times are milliseconds since 1970 by the
/// browser's clock.
///
/// @param begun the click, or the begin of the navigation
/// @param seen in which animation frame each picture was first there
/// @param marks when the page's worker said that it had come how far; empty without a worker
record Opening(double begun, List<Seen> seen, Map<String, Double> marks) {
  /// The mark behind which a picture is the camera's and no still that was kept.
  static final String PAINTED = "painted";

  /// A picture on the screen.
  record Seen(double millis, long camera, long counter) {}

  Opening {
    seen = List.copyOf(seen);
    marks = Map.copyOf(marks);
  }

  /// How long until the first picture of the camera was on the screen: not a still kept from the
  /// last time.
  double toPicture() {
    double painted = marks.getOrDefault(PAINTED, 0.0);
    return seen.stream()
            .mapToDouble(Seen::millis)
            .filter(millis -> millis >= painted)
            .findFirst()
            .orElseThrow()
        - begun;
  }

  /// How long until anything of the camera was on the screen, a still that was kept included.
  double toAnything() {
    return seen.getFirst().millis() - begun;
  }

  /// How long until the worker had come so far.
  OptionalDouble to(String mark) {
    Double at = marks.get(mark);
    return at == null ? OptionalDouble.empty() : OptionalDouble.of(at - begun);
  }
}
