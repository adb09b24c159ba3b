package io.mashrabiya.media.worker;

import io.mashrabiya.media.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Frames that wait to be worked on. What comes when it is full is left out, up to the next key
/// frame for which there is room. Any thread may call.
///
/// Whoever begins in the middle of a group catches up first: pictures of it do not come out and
/// take no room here, and where more comes meanwhile than there is room for, the oldest that wait
/// join them. A key frame ends that: all that waits before it is of no use any more.
final class FeedQueue {
  private static final int MOST_FRAMES = 30;
  private static final long MOST_BYTES = 8 << 20;

  /// As much as a camera's newest group (`home.live.PictureLane`), whose frames these are.
  private static final int MOST_TO_CATCH_UP = 600;

  private static final long MOST_BYTES_TO_CATCH_UP = 16 << 20;

  private final Row catchingUp = new Row(); // all of it before all that waits
  private final Row waiting = new Row();
  private final DoorCounters counters;
  private boolean joined;
  private boolean closed;

  /// One whose turn it is.
  ///
  /// @param shown whether its picture is to come out; else others depend on it
  record Waiting(Frame frame, boolean shown) {}

  /// Frames in their order, and what they take together.
  private static final class Row {
    private final Deque<Frame> frames = new ArrayDeque<>();
    private long bytes;

    boolean isEmpty() {
      return frames.isEmpty();
    }

    void add(Frame frame) {
      frames.add(frame);
      bytes += frame.sizeBytes();
    }

    Frame removeFirst() {
      Frame first = frames.removeFirst();
      bytes -= first.sizeBytes();
      return first;
    }

    void clear() {
      frames.clear();
      bytes = 0;
    }
  }

  FeedQueue(DoorCounters counters) {
    this.counters = counters;
  }

  /// Begins with a group up to now, of which the newest is to come out.
  synchronized void join(List<Frame> group) {
    if (!group.isEmpty() && !closed) {
      group.subList(0, group.size() - 1).forEach(catchingUp::add);
      joined = true;
      offer(group.getLast());
    }
  }

  synchronized void offer(Frame frame) {
    if (frame.key()) {
      leaveBehind();
    }
    boolean isWanted = (joined || frame.key()) && frame.sizeBytes() <= MOST_BYTES;
    while (isWanted && !hasRoom(frame) && canCatchUp()) {
      catchingUp.add(waiting.removeFirst());
    }
    joined = hasRoom(frame) && (joined || frame.key());
    if (!joined || closed) {
      counters.count(DoorEvent.FRAME_DROPPED);
      return;
    }
    waiting.add(frame);
    notifyAll();
  }

  private boolean hasRoom(Frame frame) {
    return waiting.frames.size() < MOST_FRAMES && waiting.bytes + frame.sizeBytes() <= MOST_BYTES;
  }

  private boolean canCatchUp() {
    return !catchingUp.isEmpty()
        && catchingUp.frames.size() < MOST_TO_CATCH_UP
        && catchingUp.bytes < MOST_BYTES_TO_CATCH_UP
        && !waiting.isEmpty();
  }

  private void leaveBehind() {
    if (!catchingUp.isEmpty()) {
      catchingUp.clear();
      drop(waiting.frames.size());
    }
  }

  private void drop(int frames) {
    for (int i = 0; i < frames; i++) {
      waiting.removeFirst();
      counters.count(DoorEvent.FRAME_DROPPED);
    }
  }

  /// Waits for the next frame; nothing when it is closed.
  synchronized Optional<Waiting> take() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    if (closed) {
      return Optional.empty();
    }
    boolean shown = catchingUp.isEmpty();
    return Optional.of(new Waiting((shown ? waiting : catchingUp).removeFirst(), shown));
  }

  /// What waits depends on a frame that is lost: it goes, up to the next key frame.
  synchronized void skipToKey() {
    catchingUp.clear();
    while (!waiting.isEmpty() && !waiting.frames.getFirst().key()) {
      drop(1);
    }
    joined = joined && !waiting.isEmpty();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
