package io.mashrabiya.bench.network;

import java.util.List;

/// What a page showed at one moment.
///
/// @param millis since 1970
/// @param label what it said of it
record Look(double millis, Shown shown, Label label) {
  /// As the script notes it.
  static Look of(List<?> row) {
    return new Look(
        ((Number) row.get(0)).doubleValue(),
        Shown.of(row.get(1)),
        Label.of(row.get(2), row.get(3)));
  }
}
