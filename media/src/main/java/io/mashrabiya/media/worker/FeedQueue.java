package io.mashrabiya.media.worker;

import io.mashrabiya.media.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Frames that wait to be worked on. What comes when it is full is left out, up to the next key
/// frame for which there is room. Any thread may call.
final class FeedQueue {
  private static final int MOST_FRAMES = 30;
  private static final long MOST_BYTES = 8 << 20;

  private final Deque<Frame> waiting = new ArrayDeque<>();
  private final DoorCounters counters;
  private long bytes;
  private boolean joined;
  private boolean closed;

  FeedQueue(DoorCounters counters) {
    this.counters = counters;
  }

  synchronized void offer(Frame frame) {
    boolean room = waiting.size() < MOST_FRAMES && bytes + frame.sizeBytes() <= MOST_BYTES;
    joined = room && (joined || frame.key());
    if (!joined || closed) {
      counters.count(DoorEvent.FRAME_DROPPED);
      return;
    }
    waiting.addLast(frame);
    bytes += frame.sizeBytes();
    notifyAll();
  }

  /// Waits for the next frame; nothing when it is closed.
  synchronized Optional<Frame> take() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    Optional<Frame> next = closed ? Optional.empty() : Optional.of(waiting.removeFirst());
    next.ifPresent(frame -> bytes -= frame.sizeBytes());
    return next;
  }

  /// What waits depends on a frame that is lost: it goes, up to the next key frame.
  synchronized void skipToKey() {
    while (!waiting.isEmpty() && !waiting.getFirst().key()) {
      bytes -= waiting.removeFirst().sizeBytes();
      counters.count(DoorEvent.FRAME_DROPPED);
    }
    joined = joined && !waiting.isEmpty();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
