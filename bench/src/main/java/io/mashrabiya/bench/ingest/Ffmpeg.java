package io.mashrabiya.bench.ingest;

import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// FFmpeg as it is used where a camera is only passed on: one process for each camera, which reads
/// it over TCP, copies and throws away.
final class Ffmpeg {
  private final Path program;

  Ffmpeg(Path program) {
    this.program = program;
  }

  /// The machine's own.
  static Ffmpeg ofThisMachine() throws IOException {
    return Programs.find("ffmpeg")
        .map(Ffmpeg::new)
        .orElseThrow(() -> new IOException("this bench needs ffmpeg: sudo apt-get install ffmpeg"));
  }

  String version() throws IOException, InterruptedException {
    return Programs.firstLine(List.of(program.toString(), "-version"));
  }

  /// What this many cameras cost for that long, from the moment when each has pictures: CPU time
  /// per camera and second, in milliseconds.
  double read(String url, int cameras, Duration length) throws IOException, InterruptedException {
    List<Child> children = new ArrayList<>();
    try {
      for (int i = 0; i < cameras; i++) {
        children.add(Child.start(command(url)));
      }
      for (Child child : children) {
        child.hear("frame=", Duration.ofSeconds(30));
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

  /// It tells once a second how far it is, which costs next to nothing.
  private List<String> command(String url) {
    String line =
        " -nostdin -loglevel fatal -progress pipe:1 -stats_period 1 -rtsp_transport tcp -i "
            + url
            + " -c copy -f null -";
    return List.of((program + line).split(" ", -1));
  }

  private static Duration cpuOf(List<Child> children) {
    return children.stream().map(Child::cpu).reduce(Duration.ZERO, Duration::plus);
  }
}
