package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What waits for one client: bounded in bytes; when it is full, everything in it is dropped and no
/// picture taken before the next key frame, so that a slow client sees fewer pictures and never
/// broken ones.
///
/// Frames go in on the source's thread and out on the client's; guarded by the queue's own lock.
final class FrameQueue {
  private final int mostBytes;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int bytes;
  private boolean keyNeeded = true;
  private boolean closed;
  private long dropped;

  FrameQueue(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// Takes a frame, or drops it. Never waits.
  synchronized void offer(Frame frame) {
    boolean sound = frame.track().isSound();
    if (closed || (keyNeeded && !sound && !frame.key())) {
      dropped++;
      return;
    }
    if (frame.sizeBytes() > mostBytes - bytes) {
      dropped += frames.size() + 1L;
      frames.clear();
      bytes = 0;
      keyNeeded = true;
      return;
    }
    keyNeeded &= sound;
    frames.addLast(frame);
    bytes += frame.sizeBytes();
    notifyAll();
  }

  /// Waits for the next frame; empty once the queue is closed.
  synchronized Optional<Frame> take() throws InterruptedException {
    while (frames.isEmpty() && !closed) {
      wait();
    }
    if (closed) {
      return Optional.empty();
    }
    Frame frame = frames.removeFirst();
    bytes -= frame.sizeBytes();
    return Optional.of(frame);
  }

  /// Ends it: whoever waits goes on.
  synchronized void close() {
    closed = true;
    frames.clear();
    bytes = 0;
    notifyAll();
  }

  /// How many frames were not given to the client.
  synchronized long dropped() {
    return dropped;
  }
}
