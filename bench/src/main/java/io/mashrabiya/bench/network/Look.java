package io.mashrabiya.bench.network;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What the page showed at one moment.
///
/// @param millis since 1970
/// @param counter of the picture on the canvas; empty while there is none
/// @param word what the tile said of it
/// @param toldSeconds the age that it told, where it told one
record Look(double millis, OptionalLong counter, String word, OptionalDouble toldSeconds) {
  /// As the script notes it.
  static Look of(List<?> row) {
    return new Look(
        ((Number) row.get(0)).doubleValue(),
        row.get(1) instanceof Number counter
            ? OptionalLong.of(counter.longValue())
            : OptionalLong.empty(),
        String.valueOf(row.get(2)),
        row.get(3) instanceof Number seconds
            ? OptionalDouble.of(seconds.doubleValue())
            : OptionalDouble.empty());
  }
}
