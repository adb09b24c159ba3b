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

/// What a home with eight cameras and its decoding worker take in memory while somebody looks at
/// all of them, beside a JVM that does nothing. Cameras, relay and who looks are other processes.
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
    return "RSS of a home with 8 cameras of 1080p25 and 4 Mbit/s and its worker, against idle JVMs";
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
    ProcessHandle process = home.handle();
    Medians megabytes =
        new Contest()
            .with("house", length -> residentAfter(length, process))
            .with("home", length -> Memory.residentBytes(process) / MEGA)
            .with("workers", length -> workersResident(process))
            .with("share", length -> share(process))
            .with("idle", length -> Memory.residentBytes(idle.handle()) / MEGA)
            .hold(effort);
    double homeHeap = Memory.liveHeapBytes(process) / MEGA;
    double idleHeap = Memory.liveHeapBytes(idle.handle()) / MEGA;
    double idleJvm = megabytes.of("idle");
    return new Findings(
        Map.of(
            "reference",
            "a JVM that waits for its input to end",
            "cameras",
            CAMERAS + ", 1080p25, about 4 Mbit/s each, all watched"),
        List.of(
            Figure.of("house-resident", megabytes.of("house"), "MB", idleJvm),
            Figure.of("house-proportional", megabytes.of("share"), "MB", idleJvm),
            Figure.of("home-resident", megabytes.of("home"), "MB", idleJvm),
            Figure.of("worker-resident", megabytes.of("workers"), "MB", idleJvm),
            Figure.of("home-heap", homeHeap, "MB", idleHeap)));
  }

  /// Lets them work for that long before it looks at the home and its workers.
  private static double residentAfter(Duration length, ProcessHandle home) throws Exception {
    Thread.sleep(length);
    return Memory.residentBytes(home) / MEGA + workersResident(home);
  }

  private static double workersResident(ProcessHandle home) throws Exception {
    double sum = 0;
    for (ProcessHandle worker : home.descendants().toList()) {
      sum += Memory.residentBytes(worker) / MEGA;
    }
    return sum;
  }

  private static double share(ProcessHandle home) throws Exception {
    double sum = Memory.proportionalBytes(home) / MEGA;
    for (ProcessHandle worker : home.descendants().toList()) {
      sum += Memory.proportionalBytes(worker) / MEGA;
    }
    return sum;
  }
}
