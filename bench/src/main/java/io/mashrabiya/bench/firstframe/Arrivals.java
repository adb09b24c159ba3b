package io.mashrabiya.bench.firstframe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// When one who played the camera had its key frames.
///
/// @param beganNanos when it began to connect
/// @param departures when the end of each key frame left the camera
/// @param arrivals when each was handed on whole
record Arrivals(long beganNanos, List<Long> departures, List<Long> arrivals) {
  private static final double MILLI = 1e6;

  /// From the beginning to the first frame, in milliseconds.
  double opening() {
    return (arrivals.getFirst() - beganNanos) / MILLI;
  }

  /// From its leaving the camera to its being handed on, of the first key frame, in milliseconds.
  double first() {
    return (arrivals.getFirst() - departures.getFirst()) / MILLI;
  }

  /// The same of each later one.
  List<Double> later() {
    List<Double> millis = new ArrayList<>();
    for (int i = 1; i < Math.min(arrivals.size(), departures.size()); i++) {
      millis.add((arrivals.get(i) - departures.get(i)) / MILLI);
    }
    return millis;
  }

  /// The same, when there is enough to measure by.
  ///
  /// @throws IOException otherwise
  Arrivals complete(String who) throws IOException {
    if (later().isEmpty()) {
      throw new IOException(
          who
              + " handed on "
              + arrivals.size()
              + " key frames of "
              + departures.size()
              + ": --seconds must leave time for two");
    }
    return this;
  }
}
