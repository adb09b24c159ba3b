package io.mashrabiya.bench.ingest;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.measure.Contest;
import io.mashrabiya.bench.measure.Medians;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.ScratchFolder;
import io.mashrabiya.bench.report.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What it costs to have cameras: our RTSP client in a process of its own, beside FFmpeg, both
/// reading the same camera, which is a third process.
public final class IngestBench implements Measurement {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_CAMERAS = 16;
  private static final int WARM_UP_CAMERAS = 4;
  private static final List<String> WARM_UP_SESSIONS =
      List.of(
          "seal " + RecordedCamera.FAST,
          "play " + RecordedCamera.FAST_HEARD,
          "seal " + RecordedCamera.FAST,
          "play " + RecordedCamera.FAST);
  private static final double LEAST_DELIVERED = 0.9;

  /// The order is that of the turns and of the figures.
  private static final List<Row> ROWS =
      List.of(
          new Row("ingest-cameras-16", "play", RecordedCamera.REAL, MOST_CAMERAS),
          new Row("ingest-cameras-4", "play", RecordedCamera.REAL, 4),
          new Row("ingest-cameras-1", "play", RecordedCamera.REAL, 1),
          new Row("ingest-sound-16", "play", RecordedCamera.HEARD, MOST_CAMERAS),
          new Row("ingest-kept-16", "keep", RecordedCamera.REAL, MOST_CAMERAS),
          new Row("ingest-sealed-16", "seal", RecordedCamera.REAL, MOST_CAMERAS));

  private final Path folder;

  /// One figure.
  ///
  /// @param order what our [Reader] is told to do with the cameras
  /// @param path which camera both read
  private record Row(String name, String order, String path, int cameras) {
    /// Rows that read the same cameras have one reference.
    String reference() {
      return "ffmpeg " + path + " " + cameras;
    }
  }

  /// @param folder where the recording is kept from one run to the next
  public IngestBench(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String about() {
    return "CPU time per second of 16, 4 and 1 cameras of 1080p25 4 Mbit/s over RTSP, to FFmpeg's";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(3, Duration.ofSeconds(45), Duration.ofSeconds(10));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    Ffmpeg ffmpeg = Ffmpeg.ofThisMachine();
    Recording recording = Recording.in(folder);
    try (ScratchFolder data = ScratchFolder.make();
        Child camera = Child.jvm(List.of(), RecordedCamera.class, folder.toString())) {
      String port = camera.hear("listening", PATIENCE);
      String most = Integer.toString(MOST_CAMERAS);
      String home = data.path().resolve("home").toString();
      try (Child reader = Child.jvm(List.of(), Reader.class, port, most, home)) {
        warmUp(reader, effort.warmUp());
        Contest contest = contest(reader, ffmpeg, "rtsp://127.0.0.1:" + port);
        Medians millis = contest.hold(new Effort(effort.rounds(), Duration.ZERO, effort.turn()));
        return findings(millis, ffmpeg, recording);
      }
    }
  }

  private static Contest contest(Child reader, Ffmpeg ffmpeg, String origin) {
    var contest = new Contest();
    for (Row row : ROWS) {
      String url = origin + row.path();
      contest
          .with(row.name(), length -> read(reader, row, length))
          .with(row.reference(), length -> ffmpeg.read(url, row.cameras(), length));
    }
    return contest;
  }

  private static Findings findings(Medians millis, Ffmpeg ffmpeg, Recording recording)
      throws Exception {
    double megabits = recording.bitsPerSecond() / 1e6;
    return new Findings(
        Map.of(
            "reference",
            ffmpeg.version() + ", one process a camera",
            "camera",
            String.format(Locale.ROOT, "1080p25, %.2f Mbit/s", megabits)),
        ROWS.stream()
            .map(row ->
                Figure.of(row.name(), millis.of(row.name()), "ms/s", millis.of(row.reference())))
            .toList());
  }

  /// Many packets and several sessions, so that the just-in-time compiler is done with the path
  /// before anybody looks: a home runs for months.
  private static void warmUp(Child reader, Duration length) throws Exception {
    for (String session : WARM_UP_SESSIONS) {
      reader.say(session + " " + WARM_UP_CAMERAS);
      reader.hear("playing", PATIENCE);
      Thread.sleep(length.dividedBy(WARM_UP_SESSIONS.size()));
      reader.say("stop");
      reader.hear("stopped", PATIENCE);
    }
  }

  /// CPU time of one turn, per camera and second, in milliseconds.
  private static double read(Child reader, Row row, Duration length)
      throws IOException, InterruptedException {
    reader.say(row.order() + " " + row.path() + " " + row.cameras());
    reader.hear("playing", PATIENCE);
    settle(length);
    long framesBefore = frames(reader);
    long begun = System.nanoTime();
    Duration before = reader.cpu();
    Thread.sleep(length);
    Duration spent = reader.cpu().minus(before);
    double seconds = (System.nanoTime() - begun) / 1e9;
    long framesRead = frames(reader) - framesBefore;
    reader.say("stop");
    reader.hear("stopped", PATIENCE);
    double framesDue = row.cameras() * Math.floor(seconds * Recording.FRAMES_PER_SECOND);
    if (framesRead < LEAST_DELIVERED * framesDue) {
      throw new IOException("only " + framesRead + " frames came in " + seconds + " s");
    }
    return spent.toNanos() / 1e6 / seconds / row.cameras();
  }

  /// The newest group comes at once when playing begins; what it costs belongs to no second. FFmpeg
  /// gets the same pause, by the second after which it first tells how far it is.
  private static void settle(Duration length) throws InterruptedException {
    Thread.sleep(Math.min(1000, length.toMillis()));
  }

  private static long frames(Child reader) throws IOException, InterruptedException {
    reader.say("count");
    return Long.parseLong(reader.hear("frames", PATIENCE));
  }
}
