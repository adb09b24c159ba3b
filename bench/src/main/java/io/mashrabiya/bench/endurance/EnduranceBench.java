package io.mashrabiya.bench.endurance;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.house.Premises;
import io.mashrabiya.bench.house.Watcher;
import io.mashrabiya.bench.ingest.RecordedCamera;
import io.mashrabiya.bench.ingest.Recording;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.ScratchFolder;
import io.mashrabiya.bench.report.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/// What a home has after a tenth, a half and all of very many pictures from sixteen cameras, which
/// play ten times as fast as they would: whether anything grows.
public final class EnduranceBench implements Measurement {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CAMERAS = 16;
  private static final long LOOK_AGAIN_NANOS = 200_000_000;
  private static final long VISIT_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long MOST_SILENCE_NANOS = Duration.ofSeconds(60).toNanos();
  private static final double HEAP_TOLERANCE = 0.02;
  private static final double MEGA = 1 << 20;

  private final Path folder;
  private final long pictures;

  /// @param folder where the recording is kept from one run to the next
  /// @param pictures after how many it ends
  public EnduranceBench(Path folder, long pictures) {
    this.folder = folder;
    this.pictures = pictures;
  }

  @Override
  public String name() {
    return "endurance";
  }

  @Override
  public String about() {
    return String.format(
        Locale.ROOT,
        "heap, threads, descriptors of a home with 16 cameras after %,d pictures",
        pictures);
  }

  /// It lasts as long as the pictures do, once: rounds and times do not change it.
  @Override
  public Effort usualEffort() {
    return new Effort(1, Duration.ZERO, Duration.ofSeconds(1));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    Recording.in(folder);
    try (ScratchFolder data = ScratchFolder.make();
        Child cameras = Child.jvm(List.of(), RecordedCamera.class, folder.toString())) {
      String url = "rtsp://127.0.0.1:" + cameras.hear("listening", PATIENCE) + RecordedCamera.FAST;
      try (Premises premises = Premises.open(data.path(), Collections.nCopies(CAMERAS, url));
          Watcher watcher = Watcher.join(premises);
          Visits visits = Visits.begin(watcher)) {
        return findings(new Course(cameras, premises, visits));
      }
    }
  }

  private Findings findings(Course course) throws IOException, InterruptedException {
    course.sampleAfter(pictures / 100); // being looked at for the first time leaves a trace
    Sample tenth = course.sampleAfter(pictures / 10);
    Sample half = course.sampleAfter(pictures / 2);
    Sample whole = course.sampleAfter(pictures);
    String growth = whole.growthSince(tenth, HEAP_TOLERANCE);
    return new Findings(
        Map.of(
            "reference",
            "the same after " + tenth.pictures() + " pictures",
            "pictures",
            course.pace(whole),
            "growth",
            (growth.isEmpty() ? "none" : growth)
                + String.format(
                    Locale.ROOT,
                    " (threads and descriptors to the last one, heap to %.0f%%)",
                    100 * HEAP_TOLERANCE)),
        List.of(
            figure("heap", "MB", one -> one.heapBytes() / MEGA, whole, tenth),
            figure("heap-half", "MB", one -> one.heapBytes() / MEGA, half, tenth),
            figure("threads", "threads", one -> one.standing().threads(), whole, tenth),
            figure("virtual", "threads", one -> one.standing().virtualThreads(), whole, tenth),
            figure("descriptors", "open", one -> one.standing().descriptors(), whole, tenth),
            figure("resident", "MB", one -> one.residentBytes() / MEGA, whole, tenth),
            figure("worker-resident", "MB", one -> one.workerBytes() / MEGA, whole, tenth)));
  }

  private static Figure figure(
      String name, String unit, ToDoubleFunction<Sample> value, Sample later, Sample earlier) {
    return Figure.of(
        "endurance-" + name, value.applyAsDouble(later), unit, value.applyAsDouble(earlier));
  }

  /// One run, from its beginning.
  private static final class Course {
    private final Child cameras;
    private final Premises premises;
    private final Visits visits;
    private long playedNanos;
    private long playedPictures;

    Course(Child cameras, Premises premises, Visits visits) {
      this.cameras = cameras;
      this.premises = premises;
      this.visits = visits;
    }

    /// Lets the cameras play until the home has had so many pictures in all.
    Sample sampleAfter(long enough) throws IOException, InterruptedException {
      long begun = System.nanoTime();
      long before = premises.pictures();
      long moved = begun;
      long visited = begun;
      long seen = before;
      for (long now = before; now < enough; now = premises.pictures()) {
        long time = System.nanoTime();
        moved = now > seen ? time : moved;
        seen = now;
        if (time - moved > MOST_SILENCE_NANOS) {
          throw new IOException("the home gets no pictures any more, after " + now);
        }
        if (time - visited > VISIT_NANOS) {
          visits.goOn();
          visited = time;
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
      playedNanos += System.nanoTime() - begun;
      playedPictures += seen - before;
      cameras.say("rest");
      cameras.hear("resting", PATIENCE);
      Sample sample = Sample.of(premises);
      cameras.say("go");
      return sample;
    }

    String pace(Sample last) {
      double seconds = playedNanos / 1e9;
      return String.format(
          Locale.ROOT,
          "%,d, of which %,.0f a second while the cameras played for %.0f s",
          last.pictures(),
          playedPictures / seconds,
          seconds);
    }
  }
}
