package io.mashrabiya.bench.firstframe;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.ingest.Recording;
import io.mashrabiya.bench.measure.Samples;
import io.mashrabiya.bench.process.Programs;
import io.mashrabiya.bench.report.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How long it takes over a path of known length until a camera's key frame is handed on: counted
/// from its leaving the camera, beside what the path and one frame interval allow, and counted from
/// the first attempt to connect, in round trips. FFmpeg is beside it over the same path.
public final class FirstFrameBench implements Measurement {
  private static final Duration ONE_WAY = Duration.ofMillis(20);
  private static final double ROUND_TRIP_MILLIS = 2.0 * ONE_WAY.toMillis();
  private static final double LIMIT_MILLIS = ROUND_TRIP_MILLIS + PromptCamera.INTERVAL.toMillis();

  private final Path folder;

  /// @param folder where the recording is kept from one run to the next
  public FirstFrameBench(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "first-frame";
  }

  @Override
  public String about() {
    return "a camera's key frame from leaving it to being handed on, by round trips, and FFmpeg";
  }

  /// A turn has three key frames, two seconds apart.
  @Override
  public Effort usualEffort() {
    return new Effort(7, Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    Path program =
        Programs.find("ffmpeg")
            .orElseThrow(
                () -> new IOException("this bench needs ffmpeg: sudo apt-get install ffmpeg"));
    String version = Programs.firstLine(List.of(program.toString(), "-version"));
    try (PromptCamera camera = PromptCamera.open(Recording.in(folder))) {
      var readers = new Readers(camera, ONE_WAY, program);
      if (effort.warmUp().isPositive()) {
        readers.ours(effort.warmUp());
      }
      List<Arrivals> ours = new ArrayList<>();
      List<Arrivals> ffmpeg = new ArrayList<>();
      for (int round = 0; round < effort.rounds(); round++) {
        ours.add(readers.ours(effort.turn()));
        ffmpeg.add(readers.ffmpeg(effort.turn()));
      }
      return new Findings(
          Map.of(
              "path",
              ONE_WAY.toMillis() + " ms each way, without TCP's slow start",
              "limit",
              "one round trip and one frame interval, " + Math.round(LIMIT_MILLIS) + " ms",
              "reference",
              version + ", told to wait for nothing; of the rows in ms, the limit"),
          figures(ours, ffmpeg));
    }
  }

  private static List<Figure> figures(List<Arrivals> ours, List<Arrivals> ffmpeg) {
    return List.of(
        withinLimit("first-frame", median(ours, Arrivals::first)),
        withinLimit("first-frame.worst", worst(ours)),
        withinLimit("first-frame.later", later(ours)),
        withinLimit("first-frame.ffmpeg", median(ffmpeg, Arrivals::first)),
        withinLimit("first-frame.ffmpeg-later", later(ffmpeg)),
        Figure.of(
            "first-frame.opening",
            median(ours, Arrivals::opening) / ROUND_TRIP_MILLIS,
            "round-trips",
            median(ffmpeg, Arrivals::opening) / ROUND_TRIP_MILLIS));
  }

  private static Figure withinLimit(String name, double millis) {
    return Figure.of(name, millis, "ms", LIMIT_MILLIS);
  }

  private static double median(List<Arrivals> turns, ToDoubleFunction<Arrivals> millis) {
    return Samples.of(turns.stream().mapToDouble(millis).toArray()).median();
  }

  private static double later(List<Arrivals> turns) {
    return Samples.of(
            turns.stream()
                .flatMap(turn -> turn.later().stream())
                .mapToDouble(Double::doubleValue)
                .toArray())
        .median();
  }

  private static double worst(List<Arrivals> turns) {
    return turns.stream().mapToDouble(Arrivals::first).max().orElseThrow();
  }
}
