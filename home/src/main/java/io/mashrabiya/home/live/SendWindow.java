package io.mashrabiya.home.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How much may be under way to the relay: what was sent and not acknowledged, bounded to what the
/// line carries within a round trip and [#TARGET], and one frame, so that a slow line holds a
/// fraction of a second and not a minute. Pure: elapsed time is handed in. Not thread-safe.
///
/// What was sent while so many bytes were under way, and was acknowledged so much later, shows how
/// fast the line carried them. A faster line is believed a quarter at a time. A slower one is
/// believed at once where something was late, but once for all that was under way, and by three
/// quarters at most: a line that stood still for a while is not a slow one.
final class SendWindow {
  static final long FIRST_BYTES = 64 << 10;
  static final long MOST_BYTES = 8 << 20;
  static final Duration TARGET = Duration.ofMillis(400);

  /// What took that much longer than the quickest was late.
  static final Duration LATE = Duration.ofMillis(200);

  /// What a line is not measured below.
  private static final Duration FINEST = Duration.ofMillis(20);

  /// After so long without anything late, and with much that came at once, it is a fast line.
  private static final Duration FORGIVEN = Duration.ofSeconds(20);

  /// What comes at once though it has that size says something of the line.
  private static final long TELLING_BYTES = 4 << 10;

  private static final double RISE = 0.25;
  private static final double DEEPEST_FALL = 0.25;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Deque<Sent> underWay = new ArrayDeque<>();
  private long limitBytes = FIRST_BYTES;
  private long bytesUnderWay;
  private long sentFrames;
  private long acknowledgedFrames;
  private Duration quickest = Duration.ofSeconds(Long.MAX_VALUE);
  private Duration fellAt = Duration.ofSeconds(Long.MIN_VALUE);
  private boolean hasShownLimit;
  private Duration slowAt = Duration.ZERO;

  /// 0 while nothing is known.
  private double bytesPerSecond;

  /// @param ahead bytes under way when it was sent, its own counted
  private record Sent(int bytes, long ahead, Duration at) {}

  /// Whether one more may go. One always may, when nothing is under way.
  boolean isOpen() {
    return underWay.isEmpty() || bytesUnderWay < limitBytes;
  }

  void sent(int bytes, Duration now) {
    bytesUnderWay += bytes;
    underWay.addLast(new Sent(bytes, bytesUnderWay, now));
    sentFrames++;
  }

  /// The receiver has had `frames` in all. False for more than were sent, or fewer than it said
  /// before: then it counts something else.
  boolean acknowledged(long frames, Duration now) {
    if (frames < acknowledgedFrames || frames > sentFrames) {
      return false;
    }
    for (; acknowledgedFrames < frames; acknowledgedFrames++) {
      Sent sent = underWay.removeFirst();
      bytesUnderWay -= sent.bytes();
      if (acknowledgedFrames == frames - 1) {
        adapt(sent, now); // the newest has waited least to be told
      }
    }
    return true;
  }

  private void adapt(Sent sent, Duration now) {
    Duration took = now.minus(sent.at());
    quickest = took.compareTo(quickest) < 0 ? took : quickest;
    double measured = sent.ahead() / seconds(took.compareTo(FINEST) < 0 ? FINEST : took);
    boolean isLate = took.minus(quickest).compareTo(LATE) > 0;
    judge(isLate, sent.ahead() >= TELLING_BYTES && took.compareTo(quickest.plus(FINEST)) <= 0, now);
    if (bytesPerSecond == 0) {
      bytesPerSecond = measured;
    } else if (measured >= bytesPerSecond) {
      bytesPerSecond += RISE * (measured - bytesPerSecond);
    } else if (isLate && sent.at().compareTo(fellAt) >= 0) {
      bytesPerSecond = Math.max(measured, DEEPEST_FALL * bytesPerSecond);
      fellAt = now;
    }
    limitBytes = Math.min(MOST_BYTES, (long) (bytesPerSecond * seconds(quickest.plus(TARGET))));
  }

  private void judge(boolean isLate, boolean cameAtOnce, Duration now) {
    if (isLate) {
      hasShownLimit = true;
    }
    if (!cameAtOnce) {
      slowAt = now;
    } else if (now.minus(slowAt).compareTo(FORGIVEN) > 0) {
      hasShownLimit = false;
    }
  }

  /// What the line carries, in bit/s; 0 while it has shown no limit: what was sent shows no more
  /// than that it carries so much.
  long limitBitsPerSecond() {
    return hasShownLimit ? (long) (bytesPerSecond * Byte.SIZE) : 0;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / NANOS_PER_SECOND;
  }

  long limitBytes() {
    return limitBytes;
  }
}
