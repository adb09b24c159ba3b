package io.mashrabiya.bench.copies;

import io.mashrabiya.bench.ingest.CameraKind;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.ProcessCpu;
import io.mashrabiya.home.live.CopySize;
import java.io.IOException;
import java.time.Duration;

/// Has one copy made by the [Feeder] and counts what that costs, in milliseconds of CPU time for
/// each second of the camera: its workers, of which the others rest, and itself apart.
final class Copying {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Child feeder;
  private final CopySize size;
  private final CameraKind camera;
  private double feeding;

  Copying(Child feeder, CopySize size, CameraKind camera) {
    this.feeder = feeder;
    this.size = size;
    this.camera = camera;
  }

  /// What the worker took in a turn of that length.
  double workers(Duration length) throws IOException, InterruptedException {
    Duration workersBefore = workersCpu();
    Duration before = feeder.cpu();
    feeder.say("copy " + camera + " " + size + " " + length.toMillis());
    String pictures = feeder.hear("copied", PATIENCE.plus(length));
    double seconds = Double.parseDouble(pictures) / camera.framesPerSecond();
    feeding = feeder.cpu().minus(before).toNanos() / 1e6 / seconds;
    return workersCpu().minus(workersBefore).toNanos() / 1e6 / seconds;
  }

  /// What the feeder took in the same turn.
  double feeding() {
    return feeding;
  }

  private Duration workersCpu() {
    return feeder.handle().children().map(ProcessCpu::of).reduce(Duration.ZERO, Duration::plus);
  }
}
