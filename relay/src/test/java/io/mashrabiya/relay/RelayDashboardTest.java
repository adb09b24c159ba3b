package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.peer.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The operator's dashboard and the relay's page of documentation, held against the metrics that a
/// relay really shows.
class RelayDashboardTest {
  private static final Path DASHBOARD = Path.of("..", "ops", "grafana", "mashrabiya-relay.json");
  private static final Path PAGE = Path.of("..", "docs", "ref", "relay.md");
  private static final Pattern METRIC = Pattern.compile("mashrabiya_relay_[a-z_]+");
  private static final String PREFIX = "mashrabiya_relay_";

  private static Set<String> metrics(String text) {
    return METRIC.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
  }

  private static Set<String> shown() throws Exception {
    try (Relay relay = Relay.start(RelayOptions.loopback().withMetricsPort(0))) {
      return Metrics.of(relay).names();
    }
  }

  @Test
  void dashboard_asksForEveryMetricOfTheRealPageAndForNoOther() throws Exception {
    assertThat(new TreeSet<>(metrics(Files.readString(DASHBOARD)))).isEqualTo(shown());
  }

  @Test
  void page_namesEveryMetric() throws Exception {
    String page = Files.readString(PAGE);
    assertThat(shown())
        .allSatisfy(metric ->
            assertThat(page)
                .contains("`" + metric.substring(PREFIX.length()).replaceAll("_total$", "") + "`"));
  }
}
