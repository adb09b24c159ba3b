package io.mashrabiya.media.scene;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.feed.Pace;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Makes the sound of a virtual camera, on a platform thread of its own: each frame when the last
/// of it would have been heard, as a camera's microphone does.
final class BellRinger implements Runnable {
  private static final System.Logger LOG = System.getLogger(BellRinger.class.getName());

  /// A machine that is slower than that leaves sound out.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final SoundCodec codec;
  private final Track track;
  private final Bell bell;
  private final CaptureClock clock;
  private final FrameSink sink;
  private final BooleanSupplier closed;

  /// @param closed whether it shall end; whoever makes it so unparks the thread
  BellRinger(
      SoundCodec codec, Bell bell, CaptureClock clock, FrameSink sink, BooleanSupplier closed) {
    this.codec = codec;
    this.track = Track.sound(SoundSource.format(codec));
    this.bell = bell;
    this.clock = clock;
    this.sink = sink;
    this.closed = closed;
  }

  @Override
  public void run() {
    try (SoundSource source = SoundSource.open(codec)) {
      ring(source);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.ERROR, "a virtual camera fell silent", e);
    }
  }

  private void ring(SoundSource source) {
    long startMicros = clock.nowMicros();
    int rateHz = SoundSource.format(codec).sampleRateHz();
    int samples = source.samplesPerFrame();
    Pace pace = new Pace(PATIENCE);
    for (long taken = 0; !closed.getAsBoolean(); ) {
      Duration due = Duration.ofNanos(1_000 * micros(taken + samples, rateHz));
      Duration elapsed = Duration.ofNanos((clock.nowMicros() - startMicros) * 1_000);
      switch (pace.next(due, elapsed)) {
        case Pace.Step.Wait(Duration rest) -> LockSupport.parkNanos(rest.toNanos());
        case Pace.Step.Skip(Duration now) -> startMicros += now.minus(due).toNanos() / 1_000;
        case Pace.Step.Show() -> {
          long heardMicros = startMicros + micros(taken, rateHz);
          var encoded = source.encode(bell.ring(heardMicros, samples, rateHz));
          if (encoded.isPresent()) {
            long micros = startMicros + micros(encoded.get().firstSample(), rateHz);
            sink.accept(new Frame(track, micros, true, encoded.get().bytes()));
          }
          taken += samples;
        }
      }
    }
  }

  private static long micros(long samples, int rateHz) {
    return samples * 1_000_000 / rateHz;
  }
}
