package io.mashrabiya.home.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How much may be under way to the relay: what was sent and not acknowledged, bounded so that a
/// slow line holds a fraction of a second and not a minute.
///
/// The bound doubles while acknowledgements come quickly and the window is what holds the sender
/// back, and halves when they come late. Pure: elapsed time is handed in. Not thread-safe.
final class SendWindow {
  static final long FIRST_BYTES = 256 << 10;
  static final long LEAST_BYTES = 32 << 10;
  static final long MOST_BYTES = 8 << 20;
  static final Duration QUICK = Duration.ofMillis(250);
  static final Duration LATE = Duration.ofMillis(600);

  private final Deque<Sent> underWay = new ArrayDeque<>();
  private long limitBytes = FIRST_BYTES;
  private long bytesUnderWay;
  private long sentFrames;
  private long acknowledgedFrames;
  private boolean heldBack;
  private Duration lastHalved = Duration.ZERO;

  private record Sent(int bytes, Duration at) {}

  /// Whether one more may go. One always may, when nothing is under way.
  boolean isOpen() {
    boolean open = underWay.isEmpty() || bytesUnderWay < limitBytes;
    heldBack |= !open;
    return open;
  }

  void sent(int bytes, Duration now) {
    underWay.addLast(new Sent(bytes, now));
    bytesUnderWay += bytes;
    sentFrames++;
  }

  /// The receiver has had `frames` in all. False for more than were sent, or fewer than it said
  /// before: then it counts something else.
  boolean acknowledged(long frames, Duration now) {
    if (frames < acknowledgedFrames || frames > sentFrames) {
      return false;
    }
    Duration delay = Duration.ZERO;
    for (; acknowledgedFrames < frames; acknowledgedFrames++) {
      Sent sent = underWay.removeFirst();
      bytesUnderWay -= sent.bytes();
      delay = now.minus(sent.at());
    }
    adapt(delay, now);
    return true;
  }

  private void adapt(Duration delay, Duration now) {
    if (delay.compareTo(LATE) > 0 && now.minus(lastHalved).compareTo(LATE) > 0) {
      limitBytes = Math.max(LEAST_BYTES, limitBytes / 2);
      lastHalved = now;
    } else if (heldBack && delay.compareTo(QUICK) < 0) {
      limitBytes = Math.min(MOST_BYTES, limitBytes * 2);
    }
    heldBack = false;
  }

  long limitBytes() {
    return limitBytes;
  }
}
