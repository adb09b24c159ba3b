package io.mashrabiya.bench.ingest;

import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// FFmpeg's own program, which does what is asked and throws away what comes of it.
public final class Ffmpeg {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path program;

  Ffmpeg(Path program) {
    this.program = program;
  }

  /// The machine's own.
  public static Ffmpeg ofThisMachine() throws IOException {
    return Programs.find("ffmpeg")
        .map(Ffmpeg::new)
        .orElseThrow(() -> new IOException("this bench needs ffmpeg: sudo apt-get install ffmpeg"));
  }

  public String version() throws IOException, InterruptedException {
    return Programs.firstLine(List.of(program.toString(), "-version"));
  }

  /// What this many cameras cost that are only passed on, by a process for each, for that long,
  /// from the moment when each has pictures: CPU time per camera and second, in milliseconds.
  double read(String url, int cameras, Duration length) throws IOException, InterruptedException {
    List<Child> children = new ArrayList<>();
    try {
      for (int i = 0; i < cameras; i++) {
        children.add(Child.start(command(url)));
      }
      for (Child child : children) {
        child.hear("frame=", PATIENCE);
      }
      long begun = System.nanoTime();
      Duration before = cpuOf(children);
      Thread.sleep(length);
      Duration spent = cpuOf(children).minus(before);
      double seconds = (System.nanoTime() - begun) / 1e9;
      return spent.toNanos() / 1e6 / seconds / cameras;
    } finally {
      for (Child child : children) {
        child.interrupt();
        child.close();
      }
    }
  }

  /// Puts a stream, which is H.264 in Annex B, into a file of Matroska's, for [#decode].
  public void pack(Path stream, int framesPerSecond, Path into)
      throws IOException, InterruptedException {
    String line =
        " -nostdin -loglevel fatal -f h264 -framerate %d -i %s -c copy -f matroska %s"
            .formatted(framesPerSecond, stream, into);
    Programs.firstLine(words(line));
  }

  /// What a second of a stream costs to decode, on one thread: CPU time in milliseconds, from when
  /// it has decoded for a moment.
  ///
  /// @param packed read again and again
  public double decode(Path packed, int framesPerSecond, Duration length)
      throws IOException, InterruptedException {
    String line =
        " -nostdin -loglevel fatal -progress pipe:1 -stats_period 0.1 -threads 1 -stream_loop -1"
            + " -i %s -f null -".formatted(packed);
    try (Child child = Child.start(words(line))) {
      child.hear("frame=", PATIENCE);
      long first = Long.parseLong(child.hear("frame=", PATIENCE));
      Duration before = child.cpu();
      long until = System.nanoTime() + length.toNanos();
      long last = first;
      while (last == first || System.nanoTime() < until) {
        last = Long.parseLong(child.hear("frame=", PATIENCE));
      }
      Duration spent = child.cpu().minus(before);
      child.interrupt();
      return spent.toNanos() / 1e6 * framesPerSecond / (last - first);
    }
  }

  /// It tells once a second how far it is, which costs next to nothing.
  private List<String> command(String url) {
    String line =
        " -nostdin -loglevel fatal -progress pipe:1 -stats_period 1 -rtsp_transport tcp -i "
            + url
            + " -c copy -f null -";
    return words(line);
  }

  private List<String> words(String line) {
    return List.of((program + line).split(" ", -1));
  }

  private static Duration cpuOf(List<Child> children) {
    return children.stream().map(Child::cpu).reduce(Duration.ZERO, Duration::plus);
  }
}
