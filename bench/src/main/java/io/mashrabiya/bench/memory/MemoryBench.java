package io.mashrabiya.bench.memory;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.house.Premises;
import io.mashrabiya.bench.house.Watcher;
import io.mashrabiya.bench.ingest.RecordedCamera;
import io.mashrabiya.bench.ingest.Recording;
import io.mashrabiya.bench.measure.Contest;
import io.mashrabiya.bench.measure.Medians;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.Memory;
import io.mashrabiya.bench.process.ScratchFolder;
import io.mashrabiya.bench.report.Figure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What a home with eight cameras takes in memory while somebody looks at all of them, beside a JVM
/// that does nothing. Cameras, relay and who looks are other processes.
public final class MemoryBench implements Measurement {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CAMERAS = 8;
  private static final double MEGA = 1 << 20;

  private final Path folder;

  /// @param folder where the recording is kept from one run to the next
  public MemoryBench(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String about() {
    return "RSS of a home with 8 cameras of 1080p25 and 4 Mbit/s, against a JVM that does nothing";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(6, Duration.ofSeconds(60), Duration.ofSeconds(10));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    Recording.in(folder);
    try (ScratchFolder data = ScratchFolder.make();
        Child cameras = Child.jvm(List.of(), RecordedCamera.class, folder.toString())) {
      String url = "rtsp://127.0.0.1:" + cameras.hear("listening", PATIENCE) + RecordedCamera.REAL;
      try (Premises premises = Premises.open(data.path(), Collections.nCopies(CAMERAS, url));
          Watcher watcher = Watcher.join(premises);
          var _ = watcher.look();
          Child idle = Child.jvm(List.of(), Idle.class)) {
        idle.hear("idle", PATIENCE);
        return measure(premises.home(), idle, effort);
      }
    }
  }

  private static Findings measure(Child home, Child idle, Effort effort) throws Exception {
    Medians megabytes =
        new Contest()
            .with("home", length -> residentAfter(length, home))
            .with("idle", length -> Memory.residentBytes(idle.handle()) / MEGA)
            .hold(effort);
    double homeHeap = Memory.liveHeapBytes(home.handle()) / MEGA;
    double idleHeap = Memory.liveHeapBytes(idle.handle()) / MEGA;
    return new Findings(
        Map.of(
            "reference",
            "a JVM that waits for its input to end",
            "cameras",
            CAMERAS + ", 1080p25, about 4 Mbit/s each, all watched"),
        List.of(
            Figure.of("home-resident", megabytes.of("home"), "MB", megabytes.of("idle")),
            Figure.of("home-heap", homeHeap, "MB", idleHeap)));
  }

  /// Lets it work for that long before it looks.
  private static double residentAfter(Duration length, Child process) throws Exception {
    Thread.sleep(length);
    return Memory.residentBytes(process.handle()) / MEGA;
  }
}
