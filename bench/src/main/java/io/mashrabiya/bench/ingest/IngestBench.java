package io.mashrabiya.bench.ingest;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.measure.Contest;
import io.mashrabiya.bench.measure.Medians;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.report.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What it costs to have cameras: our RTSP client in a process of its own, beside FFmpeg, both
/// reading the same camera, which is a third process. One camera and several.
public final class IngestBench implements Measurement {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SEVERAL = 4;
  private static final int WARM_UP_SESSIONS = 3;
  private static final double LEAST_DELIVERED = 0.9;

  private final Path folder;

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
    return "CPU time per second of a 1080p25 4 Mbit/s camera over RTSP, against FFmpeg";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(5, Duration.ofSeconds(45), Duration.ofSeconds(10));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    Ffmpeg ffmpeg = Ffmpeg.ofThisMachine();
    Recording recording = Recording.in(folder);
    try (Child camera = Child.jvm(List.of(), RecordedCamera.class, folder.toString())) {
      int port = Integer.parseInt(camera.hear("listening", PATIENCE));
      try (Child reader = Child.jvm(List.of(), Reader.class, Integer.toString(port))) {
        warmUp(reader, effort.warmUp());
        String url = "rtsp://127.0.0.1:" + port + RecordedCamera.REAL;
        var contest = new Contest();
        for (int cameras : List.of(SEVERAL, 1)) {
          contest
              .with("ours-" + cameras, length -> read(reader, cameras, length))
              .with("ffmpeg-" + cameras, length -> ffmpeg.read(url, cameras, length));
        }
        Medians millis = contest.hold(new Effort(effort.rounds(), Duration.ZERO, effort.turn()));
        return findings(millis, ffmpeg, recording);
      }
    }
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
        List.of(figure(SEVERAL, millis), figure(1, millis)));
  }

  private static Figure figure(int cameras, Medians millis) {
    return Figure.of(
        "ingest-cameras-" + cameras,
        millis.of("ours-" + cameras),
        "ms/s",
        millis.of("ffmpeg-" + cameras));
  }

  /// Many packets and several sessions, so that the just-in-time compiler is done with the path
  /// before anybody looks: a home runs for months.
  private static void warmUp(Child reader, Duration length) throws Exception {
    for (int session = 0; session < WARM_UP_SESSIONS; session++) {
      reader.say("play " + RecordedCamera.FAST + " " + SEVERAL);
      reader.hear("playing", PATIENCE);
      Thread.sleep(length.dividedBy(WARM_UP_SESSIONS));
      reader.say("stop");
      reader.hear("stopped", PATIENCE);
    }
  }

  /// CPU time of one turn, per camera and second, in milliseconds.
  private static double read(Child reader, int cameras, Duration length)
      throws IOException, InterruptedException {
    reader.say("play " + RecordedCamera.REAL + " " + cameras);
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
    if (framesRead
        < LEAST_DELIVERED * cameras * Math.floor(seconds * Recording.FRAMES_PER_SECOND)) {
      throw new IOException("only " + framesRead + " frames came in " + seconds + " s");
    }
    return spent.toNanos() / 1e6 / seconds / cameras;
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
