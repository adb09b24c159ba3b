package io.mashrabiya.bench.copies;

import io.mashrabiya.bench.ingest.CameraKind;
import io.mashrabiya.home.live.CopySize;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.worker.Conversion;
import io.mashrabiya.media.worker.NativeDoor;
import io.mashrabiya.media.worker.Subject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A camera's pictures on their way through the native door, played around and as fast as they are
/// worked on. One thread feeds; what comes out comes on the conversion's own.
final class Feed {
  /// What may be fed beyond the newest picture that came out: less than waits at the door before it
  /// leaves pictures out, and more than a second of any camera, of which one comes out at least.
  private static final int MOST_AHEAD = 28;

  private static final long PATIENCE_MILLIS = 15_000;

  private final CameraKind kind;
  private final List<Frame> frames;
  private final Conversion conversion;
  private long fed;
  private long newestOutMicros = -1; // guarded by this

  /// @param frames the camera's, which begin with a key frame
  Feed(NativeDoor door, CameraKind kind, List<Frame> frames, CopySize size) {
    this.kind = kind;
    this.frames = frames;
    this.conversion =
        door.transcode(new Subject("bench"), size.of(PictureFormat.H264), this::cameOut);
  }

  private synchronized void cameOut(Frame frame) {
    newestOutMicros = frame.captureTimeMicros();
    notifyAll();
  }

  /// Feeds for about that long.
  ///
  /// @return how many pictures, of which the last few may still be worked on
  /// @throws IOException if none comes out any more
  long play(Duration length) throws IOException, InterruptedException {
    long until = System.nanoTime() + length.toNanos();
    long before = fed;
    do {
      awaitRoom();
      Frame frame = frames.get((int) (fed % frames.size()));
      long micros = kind.captureMicros(fed++);
      conversion.accept(new Frame(Track.MAIN, micros, frame.key(), frame.payload()));
    } while (System.nanoTime() < until);
    return fed - before;
  }

  private synchronized void awaitRoom() throws IOException, InterruptedException {
    long until = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    while (kind.captureMicros(fed - MOST_AHEAD) > newestOutMicros) {
      if (System.nanoTime() > until) {
        throw new IOException("no small picture comes out any more");
      }
      wait(PATIENCE_MILLIS);
    }
  }
}
