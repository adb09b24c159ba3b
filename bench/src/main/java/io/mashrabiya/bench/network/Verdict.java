package io.mashrabiya.bench.network;

import io.mashrabiya.bench.line.Traffic;
import io.mashrabiya.bench.measure.Samples;
import io.mashrabiya.bench.report.Figure;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The figures of looking over one line, each beside its target. Pure.
///
/// @param traffic what the line carried meanwhile
record Verdict(Looks looks, Failures failures, Traffic traffic, Target target) {
  private static final double P50 = 0.5;
  private static final double P95 = 0.95;
  private static final double BYTES_PER_KB = 1e3;
  private static final double SECONDS_PER_MINUTE = 60;

  /// Without ages where no picture was seen, without recoveries where the line never came back.
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    List<Aged> aged = looks.aged();
    if (!aged.isEmpty()) {
      ages(aged, figures);
    }
    rates(figures);
    if (!aged.isEmpty()) {
      double old = aged.stream().filter(Aged::isWronglyLive).count();
      figures.add(Figure.atMost("live-though-old", 1e3 * old / aged.size(), "per-mille", 0));
      labels(figures);
    }
    List<Double> recoveries = failures.recoveries(aged, looks.fromMillis(), looks.untilMillis());
    if (!recoveries.isEmpty()) {
      double worst = recoveries.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      figures.add(Figure.atMost("recovery-worst", worst, "s", Failures.RECOVERY_SECONDS));
    }
    bytes(figures);
    return figures;
  }

  private void ages(List<Aged> aged, List<Figure> figures) {
    Samples ages = samples(aged, Aged::seconds);
    double gone = samples(aged, one -> failures.goneSeconds(one.millis())).quantile(P95);
    double p50 = seconds(target.ageP50().toMillis());
    double p95 = gone + seconds(target.ageP95().toMillis());
    figures.add(Figure.atMost("age-p50", ages.quantile(P50), "s", p50));
    figures.add(Figure.atMost("age-p95", ages.quantile(P95), "s", p95));
  }

  private void rates(List<Figure> figures) {
    double worked = failures.workedSeconds(looks.fromMillis(), looks.untilMillis());
    double camera = looks.drawn() / looks.seconds();
    if (worked > 0) {
      double rate = looks.picturesWhile(failures) / worked;
      figures.add(Figure.atLeast("pictures", rate, "1/s", target.pictureRate(camera)));
    }
    figures.add(Figure.of("camera", camera, "1/s"));
    if (looks.drawn() > 0) {
      double skipped = Math.max(0, 1 - (double) looks.distinct() / looks.drawn());
      figures.add(Figure.of("skipped", 1e2 * skipped, "%"));
    }
  }

  private void labels(List<Figure> figures) {
    DoubleSummaryStatistics errors = looks.labelErrors().summaryStatistics();
    if (errors.getCount() == 0) {
      return;
    }
    double mostTooOld = seconds(target.labelTooOld().toMillis());
    figures.add(Figure.atMost("label-too-old", Math.max(0, errors.getMax()), "s", mostTooOld));
    figures.add(Figure.atMost("label-too-young", Math.max(0, -errors.getMin()), "s", 0));
  }

  private void bytes(List<Figure> figures) {
    double minutes = looks.seconds() / SECONDS_PER_MINUTE;
    figures.add(
        Figure.of("from-relay", traffic.bytesFromRelay() / BYTES_PER_KB / minutes, "kB/min"));
    figures.add(Figure.of("to-relay", traffic.bytesToRelay() / BYTES_PER_KB / minutes, "kB/min"));
  }

  private static double seconds(long millis) {
    return millis / 1e3;
  }

  private static Samples samples(List<Aged> aged, ToDoubleFunction<Aged> value) {
    return Samples.of(aged.stream().mapToDouble(value).toArray());
  }
}
