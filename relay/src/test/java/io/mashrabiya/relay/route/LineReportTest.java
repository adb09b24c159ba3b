package io.mashrabiya.relay.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineReportTest {
  private static final Duration NOW = Duration.ofHours(1);
  private final LineReport report = new LineReport();

  @Test
  void due_lineWithoutALimit_isNoNews() {
    assertThat(report.due(0, NOW)).isEmpty();
  }

  @Test
  void due_limit_isToldOnceAndAnewWhenItIsAnother() {
    assertThat(report.due(400_000, NOW)).hasValue(400_000);
    Duration later = NOW.plusSeconds(10);
    assertThat(report.due(400_000, later)).isEmpty();
    assertThat(report.due(480_000, later)).as("about the same").isEmpty();
    assertThat(report.due(520_000, later)).hasValue(520_000);
    assertThat(report.due(0, later.plusSeconds(1))).as("it has none any more").hasValue(0);
  }

  @Test
  void due_withinASecond_waits() {
    assertThat(report.due(400_000, NOW)).isPresent();
    assertThat(report.due(100_000, NOW.plusMillis(999))).isEmpty();
    assertThat(report.due(100_000, NOW.plusSeconds(1))).hasValue(100_000);
  }
}
