package io.mashrabiya.bench.network;

import io.mashrabiya.bench.measure.Samples;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came of looking for some time.
///
/// @param pictures how many were new
/// @param agesMillis of the newest, at even distances from the first on
record Onlook(long pictures, List<Long> agesMillis) {
  private static final String BETWEEN = " ";

  Onlook {
    agesMillis = List.copyOf(agesMillis);
  }

  /// As a line that [#read] reads.
  String line() {
    return Stream.concat(Stream.of(pictures), agesMillis.stream())
        .map(String::valueOf)
        .collect(Collectors.joining(BETWEEN));
  }

  static Onlook read(String line) {
    List<Long> numbers = Stream.of(line.split(BETWEEN, -1)).map(Long::valueOf).toList();
    return new Onlook(numbers.getFirst(), numbers.subList(1, numbers.size()));
  }

  boolean sawSomething() {
    return !agesMillis.isEmpty();
  }

  /// The age that this share of all does not exceed.
  ///
  /// @param share above 0, at most 1
  double ageSeconds(double share) {
    return Samples.of(agesMillis.stream().mapToDouble(Long::doubleValue).toArray()).quantile(share)
        / 1e3;
  }
}
