package io.mashrabiya.bench.relay;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.Memory;
import io.mashrabiya.bench.report.Figure;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What it takes until everybody is served again after all homes and all viewers of a relay lost
/// their links at once and come back within a second. The relay is a process of its own with a
/// bounded heap, the crowd another. Every picture that comes is looked at: one of another household
/// fails the measurement.
public final class ReconnectBench implements Measurement {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String HEAP = "-Xmx768m";
  private static final double SECOND_MILLIS = 1e3;
  private static final double MEGA = 1 << 20;

  private final int homes;
  private final int devicesEach;

  public ReconnectBench(int homes, int devicesEach) {
    this.homes = homes;
    this.devicesEach = devicesEach;
  }

  @Override
  public String name() {
    return "reconnect";
  }

  @Override
  public String about() {
    return "1,000 homes and 5,000 viewers that come back in one second: until all have a picture";
  }

  /// Its rounds are reconnections; they last as long as they last.
  @Override
  public Effort usualEffort() {
    return new Effort(3, Duration.ZERO, Duration.ofSeconds(1));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    try (Child relay = Child.jvm(List.of(HEAP), RelayServer.class)) {
      String port = relay.hear("listening", PATIENCE);
      try (Child crowd =
          Child.jvm(
              List.of(),
              Crowd.class,
              port,
              Integer.toString(homes),
              Integer.toString(devicesEach))) {
        crowd.hear("ready", PATIENCE);
        return measure(relay, crowd, effort.rounds());
      }
    }
  }

  private Findings measure(Child relay, Child crowd, int rounds) throws Exception {
    double[] half = new double[rounds];
    double[] most = new double[rounds];
    double[] last = new double[rounds];
    double[] cpu = new double[rounds];
    long pictures = 0;
    for (int round = 0; round < rounds; round++) {
      Duration before = relay.cpu();
      crowd.say("again");
      long[] told =
          Arrays.stream(crowd.hear("served", PATIENCE).split(" "))
              .mapToLong(Long::parseLong)
              .toArray();
      cpu[round] = relay.cpu().minus(before).toNanos() / 1e9;
      half[round] = told[0] / SECOND_MILLIS;
      most[round] = told[1] / SECOND_MILLIS;
      last[round] = told[2] / SECOND_MILLIS;
      pictures = told[4];
      if (told[5] != 0) {
        throw new IOException(told[5] + " pictures came to a household that they were not of");
      }
    }
    return new Findings(
        Map.of(
            "crowd",
            homes + " homes and " + homes * devicesEach + " viewers, all from one address",
            "pictures",
            pictures + " came, each to its own household",
            "heap",
            HEAP),
        List.of(
            Figure.of("reconnect-half", median(half), "s"),
            Figure.of("reconnect-p95", median(most), "s"),
            Figure.of("reconnect-last", median(last), "s"),
            Figure.of("reconnect-relay-cpu", median(cpu), "s"),
            Figure.of(
                "reconnect-relay-resident", Memory.residentBytes(relay.handle()) / MEGA, "MB")));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
