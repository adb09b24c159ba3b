package io.mashrabiya.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.report.Report;
import java.time.Duration;
import java.util.List;

/// Runs a measurement for as short as it can be, and looks only at whether it says something well
/// formed: figures of so short a run mean nothing.
public final class Brief {
  private static final Effort EFFORT = new Effort(1, Duration.ZERO, Duration.ofMillis(1));
  private static final String NUMBER = "[0-9]+(\\.[0-9]+)?";
  private static final String LINE =
      "[a-z0-9.-]+ +" + NUMBER + "  [^ ]+ +(" + NUMBER + "|-) +(" + NUMBER + "|-)( +(yes|NO|-))?";

  private Brief() {}

  /// The names of the figures found, in their order.
  public static List<String> run(Measurement measurement) throws Exception {
    return run(measurement, EFFORT);
  }

  /// The same, for a measurement that needs longer to see anything at all.
  public static List<String> run(Measurement measurement, Effort effort) throws Exception {
    Report report = Report.of(measurement.name(), measurement.measure(effort));
    List<String> lines =
        report.text().lines().filter(line -> !line.startsWith("#")).skip(1).toList();
    assertThat(lines).isNotEmpty().allMatch(line -> line.matches(LINE));
    assertThat(report.figures()).allMatch(figure -> figure.value() > 0);
    return report.figures().stream().map(figure -> figure.name()).toList();
  }
}
