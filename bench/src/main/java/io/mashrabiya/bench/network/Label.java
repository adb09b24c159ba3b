package io.mashrabiya.bench.network;

import java.util.OptionalDouble;

/// What a tile tells of the age of its picture.
sealed interface Label {
  /// Nothing: there is no picture.
  record None() implements Label {}

  record Live() implements Label {}

  /// So many seconds ago.
  record Aged(double seconds) implements Label {}

  /// At that time, in milliseconds since 1970: nobody can say how long ago that is.
  record Taken(double millis) implements Label {}

  /// As the script notes it.
  static Label of(Object word, Object value) {
    return switch (String.valueOf(word)) {
      case "none" -> new None();
      case "live" -> new Live();
      case "aged" -> new Aged(((Number) value).doubleValue());
      case "taken" -> new Taken(((Number) value).doubleValue());
      default -> throw new IllegalArgumentException("no tile says " + word);
    };
  }

  /// The age that it tells whoever reads it at that time; nothing, if it tells none.
  default OptionalDouble toldSeconds(double nowMillis) {
    return switch (this) {
      case None _, Live _ -> OptionalDouble.empty();
      case Aged(double seconds) -> OptionalDouble.of(seconds);
      case Taken(double millis) -> OptionalDouble.of((nowMillis - millis) / 1e3);
    };
  }
}
