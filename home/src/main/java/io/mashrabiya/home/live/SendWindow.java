package io.mashrabiya.home.live;

import io.mashrabiya.network.measure.BelievedRate;
import io.mashrabiya.network.measure.LineRate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How much may be under way to the relay: what was sent and not acknowledged, bounded to what the
/// line carries within a round trip and [#TARGET], and one frame, so that a slow line holds a
/// fraction of a second and not a minute. Pure: elapsed time is handed in. Not thread-safe.
///
/// What was sent while so many bytes were under way, and was acknowledged so much later, shows how
/// fast the line carried them ([BelievedRate]).
final class SendWindow {
  static final long FIRST_BYTES = 64 << 10;
  static final long MOST_BYTES = 8 << 20;
  static final Duration TARGET = Duration.ofMillis(400);

  /// What took that much longer than the quickest was late.
  static final Duration LATE = Duration.ofMillis(200);

  /// What a line is not measured below.
  private static final Duration FINEST = Duration.ofMillis(20);

  private static final double NANOS_PER_SECOND = 1e9;

  private final LineRate rate = new LineRate();
  private final BelievedRate believed = new BelievedRate();
  private final Deque<Sent> underWay = new ArrayDeque<>();
  private long limitBytes = FIRST_BYTES;
  private long bytesUnderWay;
  private long sentFrames;
  private long acknowledgedFrames;
  private Duration quickest = Duration.ofSeconds(Long.MAX_VALUE);
  private long quickestBytes;

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
    Sent first = underWay.peekFirst();
    Sent newest = first;
    long bytes = 0;
    for (; acknowledgedFrames < frames; acknowledgedFrames++) {
      newest = underWay.removeFirst();
      bytes += newest.bytes();
    }
    bytesUnderWay -= bytes;
    if (first != null && newest != null && bytes > 0) {
      adapt(newest, now); // it has waited least to be told
      measure(bytes, first, newest, now);
    }
    return true;
  }

  private void adapt(Sent sent, Duration now) {
    Duration took = now.minus(sent.at());
    quickest = took.compareTo(quickest) < 0 ? took : quickest;
    double measured = sent.ahead() / seconds(took.compareTo(FINEST) < 0 ? FINEST : took);
    boolean isLate = took.minus(quickest).compareTo(LATE) > 0;
    believed.learn(measured, isLate, sent.at(), now);
    double within = believed.bytesPerSecond() * seconds(quickest.plus(TARGET));
    limitBytes = Math.min(MOST_BYTES, (long) within);
  }

  /// What the line carries, in bit/s; 0 while it has shown no limit.
  long limitBitsPerSecond() {
    return rate.limitBitsPerSecond();
  }

  /// What was quickest counts as if it took nothing on the line.
  private void measure(long bytes, Sent first, Sent newest, Duration now) {
    if (now.minus(newest.at()).compareTo(quickest) <= 0) {
      quickestBytes = bytes;
    }
    rate.crossed(bytes - quickestBytes, first.at(), newest.at(), quickest, now);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / NANOS_PER_SECOND;
  }

  long limitBytes() {
    return limitBytes;
  }
}
