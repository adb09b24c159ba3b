package io.mashrabiya.bench.firstframe;

import io.mashrabiya.bench.ingest.Recording;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.rtsp.server.Mount;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/// A camera that begins with a key frame whenever somebody begins to play it, and goes on from
/// there at 25 pictures a second. One at a time may play it.
final class PromptCamera implements AutoCloseable {
  static final String PATH = "/prompt";
  static final Duration INTERVAL = Duration.ofMillis(40);
  private static final long LOOK_NANOS = 500_000;
  private static final int LANDMARK_BYTES = 12;

  private final CaptureClock clock;
  private final RtspServer server;
  private final Recording recording;
  private final Mount mount;
  private final Thread thread = Thread.ofPlatform().daemon().name("camera").unstarted(this::run);
  private volatile boolean ready;
  private volatile boolean closed;

  private PromptCamera(CaptureClock clock, RtspServer server, Recording recording) {
    this.clock = clock;
    this.server = server;
    this.recording = recording;
    this.mount = server.mount(PATH);
  }

  static PromptCamera open(Recording recording) throws IOException {
    CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
    RtspServer server = RtspServer.start(RtspServerSettings.loopback(), clock);
    var camera = new PromptCamera(clock, server, recording);
    camera.thread.start();
    return camera;
  }

  int port() {
    return server.address().getPort();
  }

  /// The last bytes of its key frame, which are in one packet and in whatever carries the frame on.
  Landmark keyFrameEnd() {
    byte[] key = recording.frames().getFirst().payload();
    return new Landmark(Arrays.copyOfRange(key, key.length - LANDMARK_BYTES, key.length));
  }

  /// Waits until nobody plays it and it is ready for the next.
  void awaitNobody() {
    while (!ready) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void run() {
    while (!closed) {
      show(0); // who comes gets it at once, and what it is described by
      ready = true;
      while (mount.playerCount() == 0 && !closed) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
      ready = false;
      play();
    }
  }

  private void play() {
    long start = System.nanoTime();
    for (int i = 1; mount.playerCount() > 0 && !closed; i++) {
      long due = start + i * INTERVAL.toNanos();
      for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
        LockSupport.parkNanos(rest);
      }
      show(i % recording.frames().size());
    }
  }

  private void show(int index) {
    Frame frame = recording.frames().get(index);
    mount.accept(new Frame(frame.track(), clock.nowMicros(), frame.key(), frame.payload()));
  }

  @Override
  public void close() throws IOException {
    closed = true;
    server.close();
  }
}
