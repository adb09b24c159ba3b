package io.mashrabiya.bench.network;

import io.mashrabiya.network.shape.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When a line failed, and what may be asked of whoever looks over it. Times are milliseconds since
/// 1970. Pure.
///
/// @param spans in their order
record Failures(List<Span> spans) {
  /// Within which a picture is to be there after the line has come back.
  static final double RECOVERY_SECONDS = 2;

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1e3;

  /// One failure.
  record Span(double beginMillis, double endMillis) {
    boolean holds(double millis) {
      return beginMillis <= millis && millis < endMillis;
    }
  }

  Failures {
    spans = List.copyOf(spans);
  }

  /// Those of a line that began then.
  static Failures since(double begunMillis, List<Failure> failures) {
    return new Failures(
        failures.stream()
            .map(one ->
                new Span(
                    begunMillis + one.beginNanos() / NANOS_PER_MILLI,
                    begunMillis + one.endNanos() / NANOS_PER_MILLI))
            .toList());
  }

  /// Whether the line works.
  boolean works(double millis) {
    return spans.stream().noneMatch(span -> span.holds(millis));
  }

  /// For how long nothing can have come: since the last failure began, until it is over and whoever
  /// looks has had time to recover; 0 otherwise.
  double goneSeconds(double millis) {
    return spans.stream()
        .filter(span ->
            span.beginMillis() <= millis
                && millis < span.endMillis() + RECOVERY_SECONDS * MILLIS_PER_SECOND)
        .max(Comparator.comparingDouble(Span::beginMillis))
        .map(span -> (millis - span.beginMillis()) / MILLIS_PER_SECOND)
        .orElse(0.0);
  }

  /// How long the line worked between two times.
  double workedSeconds(double fromMillis, double untilMillis) {
    double failed =
        spans.stream()
            .mapToDouble(span ->
                Math.max(
                    0,
                    Math.min(untilMillis, span.endMillis())
                        - Math.max(fromMillis, span.beginMillis())))
            .sum();
    return (untilMillis - fromMillis - failed) / MILLIS_PER_SECOND;
  }

  /// How many fall into a time, at least in part.
  long during(double fromMillis, double untilMillis) {
    return spans.stream()
        .filter(span -> span.beginMillis() < untilMillis && span.endMillis() > fromMillis)
        .count();
  }

  /// For each return of the line in a time, how long until a young picture was seen; until the end
  /// of that time where none was. Returns shortly before the end are left out.
  List<Double> recoveries(List<Aged> seen, double fromMillis, double untilMillis) {
    return spans.stream()
        .filter(span ->
            span.endMillis() >= fromMillis
                && span.endMillis() + RECOVERY_SECONDS * MILLIS_PER_SECOND <= untilMillis)
        .map(span -> {
          double young = firstYoung(seen, span.endMillis()).orElse(untilMillis);
          return (young - span.endMillis()) / MILLIS_PER_SECOND;
        })
        .toList();
  }

  private static Optional<Double> firstYoung(List<Aged> seen, double fromMillis) {
    Stream<Aged> after = seen.stream().filter(one -> one.millis() >= fromMillis);
    return after.filter(Aged::isYoung).map(Aged::millis).findFirst();
  }
}
