package io.mashrabiya.bench.network;

import io.mashrabiya.bench.measure.Samples;
import io.mashrabiya.bench.report.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/// What came of looking at a page for some time: how old its pictures really were, and whether it
/// said so.
///
/// @param looks at even distances, of which each shows a picture
/// @param drawnMillis when each picture was drawn
/// @param pictures how many were new in that time
record Looks(List<Look> looks, Map<Long, Double> drawnMillis, long pictures, Duration length) {
  /// How old what is called live may be, and what an age is measured against.
  static final double LIVE_SECONDS = 3;

  private static final double P50 = 0.5;
  private static final double P95 = 0.95;

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    if (!looks.isEmpty()) {
      Samples ages = samples(looks, this::ageSeconds);
      figures.add(Figure.of("age-p50", ages.quantile(P50), "s", LIVE_SECONDS));
      figures.add(Figure.of("age-p95", ages.quantile(P95), "s", LIVE_SECONDS));
      figures.add(Figure.of("live-though-old", 1_000.0 * old() / looks.size(), "per-mille"));
    }
    if (pictures > 0) {
      figures.add(Figure.of("picture-interval", length.toMillis() / 1e3 / pictures, "s"));
    }
    List<Look> told = looks.stream().filter(look -> look.toldSeconds().isPresent()).toList();
    if (!told.isEmpty()) {
      figures.add(
          Figure.of("label-error-p95", samples(told, this::errorSeconds).quantile(P95), "s"));
    }
    return figures;
  }

  private long old() {
    return looks.stream()
        .filter(look -> look.word().equals("live") && ageSeconds(look) > LIVE_SECONDS)
        .count();
  }

  private double ageSeconds(Look look) {
    long counter = look.counter().orElseThrow();
    return (look.millis() - Objects.requireNonNull(drawnMillis.get(counter))) / 1e3;
  }

  private double errorSeconds(Look look) {
    return Math.abs(look.toldSeconds().orElseThrow() - ageSeconds(look));
  }

  private static Samples samples(List<Look> looks, ToDoubleFunction<Look> value) {
    return Samples.of(looks.stream().mapToDouble(value).toArray());
  }
}
