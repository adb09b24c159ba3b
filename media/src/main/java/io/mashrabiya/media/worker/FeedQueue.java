package io.mashrabiya.media.worker;

import io.mashrabiya.media.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Frames that wait to be worked on. What comes when it is full is left out, up to the next key
/// frame for which there is room. What only others depend on takes no room: whoever put it in has
/// it anyway. Any thread may call.
final class FeedQueue {
  private static final int MOST_FRAMES = 30;
  private static final long MOST_BYTES = 8 << 20;

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final DoorCounters counters;
  private int frames; // that take room, as do these bytes
  private long bytes;
  private boolean joined;
  private boolean closed;

  /// One that waits.
  ///
  /// @param shown whether its picture is to come out; else others depend on it
  record Waiting(Frame frame, boolean shown) {}

  FeedQueue(DoorCounters counters) {
    this.counters = counters;
  }

  /// A group up to now, of which the newest is to come out.
  synchronized void join(List<Frame> group) {
    if (!group.isEmpty() && !closed) {
      group.subList(0, group.size() - 1).forEach(frame -> waiting.add(new Waiting(frame, false)));
      joined = true;
      offer(group.getLast());
    }
  }

  synchronized void offer(Frame frame) {
    boolean room = frames < MOST_FRAMES && bytes + frame.sizeBytes() <= MOST_BYTES;
    joined = room && (joined || frame.key());
    if (!joined || closed) {
      counters.count(DoorEvent.FRAME_DROPPED);
      return;
    }
    waiting.add(new Waiting(frame, true));
    frames++;
    bytes += frame.sizeBytes();
    notifyAll();
  }

  /// Waits for the next frame; nothing when it is closed.
  synchronized Optional<Waiting> take() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    return closed ? Optional.empty() : Optional.of(removeFirst());
  }

  private Waiting removeFirst() {
    Waiting first = waiting.removeFirst();
    if (first.shown()) {
      frames--;
      bytes -= first.frame().sizeBytes();
    }
    return first;
  }

  /// What waits depends on a frame that is lost: it goes, up to the next key frame.
  synchronized void skipToKey() {
    while (!waiting.isEmpty() && !waiting.getFirst().frame().key()) {
      removeFirst();
      counters.count(DoorEvent.FRAME_DROPPED);
    }
    joined = joined && !waiting.isEmpty();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
