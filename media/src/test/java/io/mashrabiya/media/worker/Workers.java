package io.mashrabiya.media.worker;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.ffmpeg.H264Encoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Settings, pictures and questions for the tests of the native door.
final class Workers {
  /// Far longer than anything takes.
  static final Duration LONG = Duration.ofSeconds(60);

  /// As short as a deadline can be that no honest answer misses on a busy machine.
  static final Duration SHORT = Duration.ofMillis(500);

  static final DoorSettings REAL =
      new DoorSettings(WorkerCommand.DEFAULT, LONG, LONG, 1L << 30, LONG);

  private Workers() {}

  /// Bad ones, which the tests of deadlines catch at once.
  static DoorSettings bad(Duration deadline) {
    var command = new WorkerCommand(BadWorker.class, 1L << 30);
    return new DoorSettings(command, LONG, deadline, 1L << 30, LONG);
  }

  static StillRequest jpeg(byte[] picture) {
    return StillRequest.ofH264(picture, Still.Format.JPEG, 160);
  }

  static StillRequest asking(BadWorker.Deed deed) {
    return jpeg(deed.picture());
  }

  /// A stream of a square that moves, with a key frame at the beginning of each group.
  static List<Frame> stream(int frames, int keyInterval) {
    var settings = new H264Encoder.Settings(320, 180, 10, 500_000, keyInterval);
    List<Frame> stream = new ArrayList<>();
    try (H264Encoder encoder = H264Encoder.open(settings)) {
      for (int i = 0; i < frames; i++) {
        Picture picture = new Picture(320, 180);
        picture.fill(i * 8 % 300, 40, 60, 60, 0xC02020);
        stream.add(encoder.encode(picture, Track.MAIN, 1_000_000L * (i + 1)));
      }
    }
    return stream;
  }

  static byte[] keyFrame(int width, int height) {
    var settings = new H264Encoder.Settings(width, height, 10, 5_000_000, 1);
    try (H264Encoder encoder = H264Encoder.open(settings)) {
      return encoder.encode(new Picture(width, height), Track.MAIN, 0).payload();
    }
  }

  static byte[] keyFrame() {
    return stream(1, 1).getFirst().payload();
  }
}
