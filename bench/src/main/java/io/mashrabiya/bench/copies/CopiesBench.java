package io.mashrabiya.bench.copies;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.house.Premises;
import io.mashrabiya.bench.ingest.CameraKind;
import io.mashrabiya.bench.ingest.Ffmpeg;
import io.mashrabiya.bench.ingest.Recording;
import io.mashrabiya.bench.measure.Contest;
import io.mashrabiya.bench.measure.Medians;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.ScratchFolder;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.home.live.CopySize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What a small copy of a camera's pictures costs the worker that makes it, beside what FFmpeg's
/// own program needs to decode the same stream.
public final class CopiesBench implements Measurement {
  /// What a copy may cost, in times of decoding alone.
  private static final double LIMIT = 1.3;

  /// How often a recording is in the file that FFmpeg decodes over and over, so that beginning anew
  /// costs little beside it.
  private static final int SHOWINGS = 10;

  private final Path folder;

  /// One copy of one camera.
  private record Row(CopySize size, CameraKind camera) {
    String name() {
      return "copy-" + size.name().toLowerCase(Locale.ROOT) + "-" + camera.shortName();
    }

    String home() {
      return name() + ".home";
    }
  }

  /// @param folder where the recordings are kept from one run to the next
  public CopiesBench(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "copies";
  }

  @Override
  public String about() {
    return "CPU time per second of a camera that its small copies cost, to decoding by FFmpeg";
  }

  /// A worker's JVM compiles what has been called some thousands of times, and late on purpose.
  @Override
  public Effort usualEffort() {
    return new Effort(3, Duration.ofSeconds(30), Duration.ofSeconds(10));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    Ffmpeg ffmpeg = Ffmpeg.ofThisMachine();
    List<String> options = List.of("@" + Premises.jvmOptions());
    try (ScratchFolder data = ScratchFolder.make();
        Child feeder = Child.jvm(options, Feeder.class, folder.toString())) {
      var contest = new Contest();
      for (CameraKind camera : CameraKind.values()) {
        Path packed = packed(camera, ffmpeg, data.path());
        int pace = camera.framesPerSecond();
        contest.with(camera.shortName(), length -> ffmpeg.decode(packed, pace, length));
        for (CopySize size : CopySize.values()) {
          var row = new Row(size, camera);
          var copying = new Copying(feeder, size, camera);
          contest.with(row.name(), copying::workers);
          contest.with(row.home(), length -> copying.feeding());
        }
      }
      return findings(contest.hold(effort), ffmpeg);
    }
  }

  /// The camera's stream as FFmpeg takes it.
  private Path packed(CameraKind camera, Ffmpeg ffmpeg, Path into) throws Exception {
    Path stream = into.resolve(camera.shortName() + ".h264");
    Path packed = into.resolve(camera.shortName() + ".mkv");
    Recording.in(folder, camera).writeTimes(SHOWINGS, stream);
    ffmpeg.pack(stream, camera.framesPerSecond(), packed);
    return packed;
  }

  private static Findings findings(Medians millis, Ffmpeg ffmpeg) throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (Row row : rows()) {
      double copy = millis.of(row.name());
      double decoding = millis.of(row.camera().shortName());
      figures.add(Figure.atMostTimes(row.name(), copy, "ms/s", LIMIT, decoding));
    }
    for (Row row : rows()) {
      figures.add(Figure.of(row.home(), millis.of(row.home()), "ms/s"));
    }
    return new Findings(
        Map.of(
            "reference",
            ffmpeg.version() + ", which decodes on one thread",
            "limit",
            LIMIT + " times the reference"),
        figures);
  }

  private static List<Row> rows() {
    return Stream.of(CameraKind.values())
        .flatMap(camera -> Stream.of(CopySize.values()).map(size -> new Row(size, camera)))
        .toList();
  }
}
