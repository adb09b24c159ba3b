package io.mashrabiya.bench.picture;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.measure.Samples;
import io.mashrabiya.bench.report.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How old a picture is when it comes on the screen, on one machine: from the time that the camera
/// drew into it until the animation frame in which the page's canvas holds it. Sealed, in the
/// viewer, beside the same pictures on a bare WebSocket.
public final class LatencyBench implements Measurement {
  private static final double P50 = 0.5;
  private static final double P95 = 0.95;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String about() {
    return "capture to paint of sealed live pictures in Chromium, against a bare WebSocket page";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(5, Duration.ofSeconds(5), Duration.ofSeconds(8));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    try (Studio studio = Studio.open()) {
      List<Opening.Seen> sealed = new ArrayList<>();
      List<Opening.Seen> bare = new ArrayList<>();
      String house = studio.house();
      String page = studio.bareUrl() + "#go";
      watch(studio.viewer(), house, effort.warmUp());
      watch(studio.bare(), page, effort.warmUp());
      for (int round = 0; round < effort.rounds(); round++) {
        sealed.addAll(watch(studio.viewer(), house, effort.turn()));
        bare.addAll(watch(studio.bare(), page, effort.turn()));
      }
      Map<Long, Long> drawn = studio.drawnMicros();
      return findings(studio, ages(sealed, drawn), ages(bare, drawn));
    }
  }

  private static List<Opening.Seen> watch(Screen screen, String url, Duration length) {
    screen.show(url);
    List<Opening.Seen> seen = screen.watch(length);
    screen.leave();
    return seen;
  }

  private static Samples ages(List<Opening.Seen> seen, Map<Long, Long> drawnMicros) {
    return Samples.of(
        seen.stream()
            .mapToDouble(
                one -> one.millis() - Objects.requireNonNull(drawnMicros.get(one.counter())) / 1e3)
            .toArray());
  }

  private static Findings findings(Studio studio, Samples sealed, Samples bare) {
    return new Findings(
        Map.of(
            "browser",
            studio.browser(),
            "pictures",
            sealed.count() + " sealed and " + bare.count() + " bare, 640x360, 15 a second",
            "reference",
            "a bare page with one WebSocket"),
        List.of(
            Figure.of("latency-p50", sealed.quantile(P50), "ms", bare.quantile(P50)),
            Figure.of("latency-p95", sealed.quantile(P95), "ms", bare.quantile(P95))));
  }
}
