package io.mashrabiya.bench.ingest;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.rtsp.server.Mount;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/// Plays a [Recording] into a mount again and again, on a thread of its own, and rests when it is
/// asked to.
final class Reel {
  /// What a camera that can be heard has beside its pictures.
  static final Track SOUND = Track.sound(SoundFormat.telephone(SoundCodec.PCMA));

  /// A packet of sound every 20 ms, as cameras send it: two for each picture.
  private static final int SOUND_BYTES = 160;

  /// The slowest reader has caught up after the first, and has all of the second.
  private static final int SHOWINGS_BEFORE_REST = 2;

  private final List<Frame> frames;
  private final Mount mount;
  private final CaptureClock clock;
  private final int framesPerSecond;
  private final List<byte[]> sound;
  private boolean wanted = true; // guarded by this
  private boolean resting; // guarded by this

  private Reel(
      Recording recording,
      Mount mount,
      CaptureClock clock,
      int framesPerSecond,
      List<byte[]> sound) {
    this.frames = recording.frames();
    this.mount = mount;
    this.clock = clock;
    this.framesPerSecond = framesPerSecond;
    this.sound = sound;
  }

  /// Begins to play pictures alone, at that pace.
  static Reel seen(Recording recording, Mount mount, CaptureClock clock, int framesPerSecond) {
    return started(new Reel(recording, mount, clock, framesPerSecond, List.of()));
  }

  /// Begins to play at that pace, with noise as its [#SOUND].
  static Reel heard(Recording recording, Mount mount, CaptureClock clock, int framesPerSecond) {
    byte[] noise = new byte[SOUND_BYTES];
    new SplittableRandom(1).nextBytes(noise);
    return started(new Reel(recording, mount, clock, framesPerSecond, List.of(noise, noise)));
  }

  private static Reel started(Reel reel) {
    Thread.ofPlatform().daemon().name("reel").start(reel::run);
    return reel;
  }

  /// Plays to the recording's end, a little more at the camera's own pace, so that every reader has
  /// the same group of pictures as its newest, and rests. Returns when it does.
  synchronized void rest() throws InterruptedException {
    wanted = false;
    while (!resting) {
      wait();
    }
  }

  /// Goes on.
  synchronized void go() {
    wanted = true;
    notifyAll();
  }

  private void run() {
    try {
      while (true) {
        play(framesPerSecond);
        if (!isWanted()) {
          for (int i = 0; i < SHOWINGS_BEFORE_REST; i++) {
            play(Recording.FRAMES_PER_SECOND);
          }
          untilWanted();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isWanted() {
    return wanted;
  }

  private synchronized void untilWanted() throws InterruptedException {
    resting = true;
    notifyAll();
    while (!wanted) {
      wait();
    }
    resting = false;
  }

  private void play(int pace) {
    long start = System.nanoTime();
    long intervalNanos = 1_000_000_000L / pace;
    for (int i = 0; i < frames.size(); i++) {
      long due = start + i * intervalNanos;
      sleepUntil(due);
      Frame frame = frames.get(i);
      mount.accept(new Frame(frame.track(), clock.nowMicros(), frame.key(), frame.payload()));
      for (int packet = 0; packet < sound.size(); packet++) {
        sleepUntil(due + packet * intervalNanos / sound.size());
        mount.accept(new Frame(SOUND, clock.nowMicros(), true, sound.get(packet)));
      }
    }
    sleepUntil(start + frames.size() * intervalNanos);
  }

  private static void sleepUntil(long nanos) {
    for (long rest = nanos - System.nanoTime(); rest > 0; rest = nanos - System.nanoTime()) {
      LockSupport.parkNanos(rest);
    }
  }
}
