package io.mashrabiya.bench.removal;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.house.Premises;
import io.mashrabiya.bench.house.Watcher;
import io.mashrabiya.bench.ingest.RecordedCamera;
import io.mashrabiya.bench.ingest.Recording;
import io.mashrabiya.bench.measure.Samples;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.ScratchFolder;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.open.Device;
import io.mashrabiya.device.open.Sight;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// How long a device that is removed goes on to get pictures, and how long the home takes to
/// confirm. Both devices look at the same camera, through a relay that cooperates; each round
/// removes a device that has just joined.
public final class RemovalBench implements Measurement {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// What a household is promised, from the home's confirmation on.
  private static final double PROMISED_MILLIS = 1_000;

  private static final double NANOS_A_MILLI = 1e6;

  private final Path folder;

  /// @param folder where the recording is kept from one run to the next
  public RemovalBench(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "removal";
  }

  @Override
  public String about() {
    return "from asking for a device's removal to its links' end, against the promised second";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(20, Duration.ZERO, Duration.ofSeconds(1));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    Recording.in(folder);
    try (ScratchFolder data = ScratchFolder.make();
        Child cameras = Child.jvm(List.of(), RecordedCamera.class, folder.toString())) {
      String url = "rtsp://127.0.0.1:" + cameras.hear("listening", PATIENCE) + RecordedCamera.REAL;
      try (Premises premises = Premises.open(data.path(), List.of(url));
          Watcher keeper = Watcher.join(premises);
          Device keeping = keeper.look()) {
        List<Removal> removals = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
          removals.add(remove(premises, keeping, effort.turn()));
        }
        return findings(removals);
      }
    }
  }

  /// When what happened after somebody asked for it.
  private record Removal(double confirmedMillis, double endedMillis) {}

  private static Removal remove(Premises premises, Device keeping, Duration look) throws Exception {
    var ended = new CompletableFuture<Long>();
    Consumer<Sight> noticing =
        sight -> {
          if (sight instanceof Sight.Ended) {
            ended.complete(System.nanoTime());
          }
        };
    try (Watcher guest = Watcher.join(premises);
        var _ = guest.look(noticing)) {
      Thread.sleep(look);
      long asked = System.nanoTime();
      if (!(keeping.remove(guest.id()) instanceof Asked.Answered<?>)) {
        throw new IOException("the home does not remove the device");
      }
      long confirmed = System.nanoTime();
      long end = ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return new Removal((confirmed - asked) / NANOS_A_MILLI, (end - asked) / NANOS_A_MILLI);
    }
  }

  private static Findings findings(List<Removal> removals) {
    var confirmed = Samples.of(removals.stream().mapToDouble(Removal::confirmedMillis).toArray());
    var ended = Samples.of(removals.stream().mapToDouble(Removal::endedMillis).toArray());
    return new Findings(
        Map.of(
            "reference",
            "the second that is promised from the confirmation on",
            "removals",
            removals.size() + ", each of a device that looks at a camera of 1080p25"),
        List.of(
            Figure.of("removal-confirmed", confirmed.median(), "ms"),
            Figure.of("removal-confirmed-max", confirmed.quantile(1), "ms"),
            Figure.of("removal-ended-max", ended.quantile(1), "ms", PROMISED_MILLIS)));
  }
}
