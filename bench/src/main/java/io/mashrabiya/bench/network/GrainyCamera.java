package io.mashrabiya.bench.network;

import io.mashrabiya.bench.ingest.Grain;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.ffmpeg.H264Encoder;
import io.mashrabiya.media.rtsp.server.Mount;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import io.mashrabiya.media.scene.DrawnRoom;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.Mark;
import io.mashrabiya.media.scene.MarkLog;
import io.mashrabiya.media.scene.MarkSize;
import io.mashrabiya.media.scene.PictureSize;
import io.mashrabiya.media.scene.Scene;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/// A process that is a camera of 1280x720 at 15 pictures and about 2 Mbit a second, of one stream
/// alone, until its input ends. It draws each picture, with grain as of a real sensor, and writes
/// when into a log.
///
/// Its one argument is the log. It says `camera URL`.
final class GrainyCamera {
  private static final int FRAMES_PER_SECOND = 15;
  private static final int BITS_PER_SECOND = 2_000_000;
  private static final PictureSize SIZE = new PictureSize(1280, 720);
  private static final H264Encoder.Settings SETTINGS =
      new H264Encoder.Settings(
          SIZE.width(), SIZE.height(), FRAMES_PER_SECOND, BITS_PER_SECOND, 2 * FRAMES_PER_SECOND);

  private final CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
  private final DrawnRoom room =
      new DrawnRoom(Scene.LIVING, Light.DAY, SIZE, "bench", MarkSize.LARGE, ZoneOffset.UTC, 0);
  private final SplittableRandom random = new SplittableRandom(1);
  private volatile boolean ended;

  private GrainyCamera() {}

  public static void main(String[] arguments) throws Exception {
    new GrainyCamera().run(Path.of(arguments[0]));
  }

  private void run(Path file) throws IOException, InterruptedException {
    try (MarkLog log = MarkLog.into(file);
        RtspServer server = RtspServer.start(RtspServerSettings.loopback(), clock);
        H264Encoder encoder = H264Encoder.open(SETTINGS)) {
      Mount mount = server.mount("/camera");
      Thread drawing = Thread.ofPlatform().start(() -> play(mount, encoder, log));
      System.out.println("camera rtsp://127.0.0.1:" + server.address().getPort() + "/camera");
      System.in.transferTo(OutputStream.nullOutputStream());
      ended = true;
      drawing.join();
    }
  }

  /// What the machine is too slow for is left out, and not numbered.
  private void play(Mount mount, H264Encoder encoder, MarkLog log) {
    long begun = System.nanoTime();
    long interval = 1_000_000_000L / FRAMES_PER_SECOND;
    for (int counter = 0; !ended; counter++) {
      LockSupport.parkNanos(interval - (System.nanoTime() - begun) % interval);
      long micros = clock.nowMicros();
      Mark mark = new Mark(1, counter);
      Picture picture = room.draw(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), mark);
      log.drawn(mark, micros);
      Grain.over(picture.rgb(), random);
      mount.accept(encoder.encode(picture, Track.MAIN, micros));
    }
  }
}
