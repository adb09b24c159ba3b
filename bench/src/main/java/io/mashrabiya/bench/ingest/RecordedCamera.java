package io.mashrabiya.bench.ingest;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.rtsp.server.Mount;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A process that plays a [Recording] over RTSP again and again, until its input ends: at `/camera`
/// as a camera does, and at `/fast` ten times as fast, for readers to warm up with.
///
/// Its one argument is the folder of the recording. It says `listening PORT`.
public final class RecordedCamera {
  public static final String REAL = "/camera";
  static final String FAST = "/fast";
  static final int FAST_TIMES = 10;

  private RecordedCamera() {}

  public static void main(String[] arguments) throws IOException {
    Recording recording = Recording.in(Path.of(arguments[0]));
    CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
    try (RtspServer server = RtspServer.start(RtspServerSettings.loopback(), clock)) {
      play(recording, server.mount(REAL), Recording.FRAMES_PER_SECOND, clock);
      play(recording, server.mount(FAST), FAST_TIMES * Recording.FRAMES_PER_SECOND, clock);
      System.out.println("listening " + server.address().getPort());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void play(
      Recording recording, Mount mount, int framesPerSecond, CaptureClock clock) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          List<Frame> frames = recording.frames();
          long start = System.nanoTime();
          for (long i = 0; ; i++) {
            long due = start + i * 1_000_000_000L / framesPerSecond;
            for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
              LockSupport.parkNanos(rest);
            }
            Frame frame = frames.get((int) (i % frames.size()));
            mount.accept(new Frame(frame.track(), clock.nowMicros(), frame.key(), frame.payload()));
          }
        });
  }
}
