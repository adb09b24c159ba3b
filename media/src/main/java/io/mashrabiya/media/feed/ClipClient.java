package io.mashrabiya.media.feed;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CameraClient;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.ffmpeg.FfmpegException;
import io.mashrabiya.media.rtp.StreamCounters;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.words.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// Plays the H.264 pictures of a video file again and again at their own pace, as if a camera sent
/// them: for trying without one.
///
/// The pictures are copied. Not guaranteed: that a crafted file is harmless. It is opened by FFmpeg
/// in this process, which may decode its first pictures to learn what they are; its owner chose it,
/// and no camera's bytes come this way.
public final class ClipClient implements CameraClient {
  private final Path file;
  private final CaptureClock clock;
  private final StreamCounters counters;
  private final AtomicReference<Thread> player = new AtomicReference<>();
  private volatile boolean closed;

  /// @param clock paces and stamps the frames
  /// @param counters count them; they may have counted before
  public ClipClient(Path file, CaptureClock clock, StreamCounters counters) {
    this.file = file;
    this.clock = clock;
    this.counters = counters;
  }

  @Override
  public ClipOutcome play(FrameSink sink) {
    player.set(Thread.currentThread());
    try (Feed feed = ClipFeed.open(file)) {
      new FeedPlayer(clock, () -> closed)
          .play(
              feed,
              frame -> {
                counters.count(StreamEvent.FRAME);
                if (frame.key()) {
                  counters.count(StreamEvent.KEY_FRAME);
                }
                sink.accept(frame);
              },
              skipped -> {});
      return new ClipOutcome.Stopped();
    } catch (IOException | FfmpegException e) {
      return new ClipOutcome.Unplayable(Told.of(e));
    } catch (LinkageError e) {
      return new ClipOutcome.Unplayable(say("FFmpeg does not load on this machine"));
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(player.get());
  }
}
