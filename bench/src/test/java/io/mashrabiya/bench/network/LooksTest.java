package io.mashrabiya.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.report.Figure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LooksTest {
  private static final Map<Long, Double> DRAWN = Map.of(1L, 1_000.0, 2L, 2_000.0);

  private static Look look(double millis, Integer counter, String word, Integer seconds) {
    return Look.of(Arrays.asList(millis, counter, word, seconds));
  }

  private static Map<String, Double> figures(List<Look> looks, long pictures) {
    return new Looks(looks, DRAWN, pictures, Duration.ofSeconds(8))
        .figures().stream().collect(Collectors.toMap(Figure::name, Figure::value));
  }

  @Test
  void figures_ofLooks_tellTrueAgesAndWhatWasSaidOfThem() {
    List<Look> looks =
        List.of(
            look(1_500, 1, "live", null), // half a second old
            look(4_900, 2, "live", null), // 2.9
            look(6_000, 2, "live", null), // four, and called live
            look(7_000, 2, "aged", 6)); // five, and called six
    assertThat(figures(looks, 2))
        .containsOnly(
            Map.entry("age-p50", 2.9),
            Map.entry("age-p95", 5.0),
            Map.entry("live-though-old", 250.0),
            Map.entry("picture-interval", 4.0),
            Map.entry("label-error-p95", 1.0));
  }

  @Test
  void figures_ofNoLooks_areNone() {
    assertThat(figures(List.of(), 0)).isEmpty();
  }
}
