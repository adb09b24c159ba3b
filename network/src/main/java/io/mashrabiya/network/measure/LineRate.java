package io.mashrabiya.network.measure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// What a line carries, by what crossed it of late: all bytes by all the time that it was busy with
/// them, so that what is large counts for more, and jitter for less.
///
/// What crosses a line without waiting shows no more than that it carries at least so much. So it
/// has no limit until something was late, and none again after it was fast for a while.
///
/// Pure: times are elapsed time, and handed in. Not thread-safe.
public final class LineRate {
  /// What took that much longer than the round trip was late. Whoever acknowledges may have been
  /// busy with something else for that long, now and then: a line is late several times.
  static final Duration LATE = Duration.ofMillis(200);

  static final int SEVERAL = 3;

  /// What took that much longer says enough by itself.
  static final Duration VERY_LATE = Duration.ofMillis(600);

  /// How long a measurement counts.
  static final Duration MEMORY = Duration.ofSeconds(15);

  /// After so long without anything late, and with much that came at once, it is a fast line.
  static final Duration FORGIVEN = Duration.ofSeconds(20);

  private static final Duration AT_ONCE = Duration.ofMillis(50);

  /// What comes at once though it has that size says something of the line.
  private static final long TELLING_BYTES = 4 << 10;

  /// No line of 1 Mbit/s passes for a fast one, though it brings 4 KB at once.
  static final long FAST_BYTES_PER_SECOND = 1 << 20;

  /// Less says more of the way than of the line.
  private static final long LEAST_BYTES = 2 << 10;

  /// Clocks and schedulers are no finer.
  private static final Duration FINEST = Duration.ofMillis(2);

  /// A line that stood still for a while is not a slow one: nothing counts as slower than the rest
  /// by more than that.
  private static final int SLOWEST = 4;

  private static final int MOST_MEASURED = 256;

  /// After a pause what was known before still counts for something.
  private static final int LEAST_MEASURED = 8;

  private static final double NANOS_PER_SECOND = 1e9;

  private final Deque<Measured> measured = new ArrayDeque<>();
  private final Deque<Duration> lateAt = new ArrayDeque<>();
  private long bytes;
  private Duration time = Duration.ZERO;
  private double bytesPerSecond;
  private boolean hasShownLimit;
  private Duration slowAt = Duration.ZERO;
  private Duration lastWord = Duration.ZERO;

  private record Measured(long bytes, Duration took, Duration at) {}

  /// Something has crossed it, and the word of that is back. The line was busy with it since the
  /// word of what was before it, or since it could have been there at the earliest.
  ///
  /// @param bytes that this word is of
  /// @param sentAt when the first of them was sent, and `newestSentAt` the last
  /// @param roundTrip of something that takes no time on the line
  public void crossed(
      long bytes, Duration sentAt, Duration newestSentAt, Duration roundTrip, Duration now) {
    Duration earliest = sentAt.plus(roundTrip);
    Duration began = earliest.compareTo(lastWord) > 0 ? earliest : lastWord;
    lastWord = now;
    Duration took = now.minus(began);
    judge(bytes, took, now.minus(newestSentAt).minus(roundTrip), now);
    if (bytes >= LEAST_BYTES) {
      measure(bytes, took.compareTo(FINEST) > 0 ? took : FINEST, now);
    }
  }

  private void measure(long crossed, Duration took, Duration now) {
    Duration slowest = seconds(SLOWEST * crossed / bytesPerSecond);
    boolean isOdd = bytesPerSecond > 0 && took.compareTo(slowest) > 0;
    add(new Measured(crossed, isOdd ? slowest : took, now));
    while (measured.size() > MOST_MEASURED
        || (measured.size() > LEAST_MEASURED
            && now.minus(measured.getFirst().at()).compareTo(MEMORY) > 0)) {
      remove();
    }
    bytesPerSecond = bytes / (time.toNanos() / NANOS_PER_SECOND);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * NANOS_PER_SECOND));
  }

  private void add(Measured one) {
    measured.addLast(one);
    bytes += one.bytes();
    time = time.plus(one.took());
  }

  private void remove() {
    Measured oldest = measured.removeFirst();
    bytes -= oldest.bytes();
    time = time.minus(oldest.took());
  }

  private void judge(long crossed, Duration took, Duration late, Duration now) {
    if (late.compareTo(LATE) > 0) {
      hasShownLimit |= late.compareTo(VERY_LATE) > 0 || isLateAgain(now);
    }
    if (late.compareTo(AT_ONCE) > 0 || took.compareTo(AT_ONCE) > 0) {
      slowAt = now;
    } else if (crossed >= TELLING_BYTES
        && bytesPerSecond >= FAST_BYTES_PER_SECOND
        && now.minus(slowAt).compareTo(FORGIVEN) > 0) {
      hasShownLimit = false;
    }
  }

  private boolean isLateAgain(Duration now) {
    lateAt.addLast(now);
    while (lateAt.size() > SEVERAL || now.minus(lateAt.getFirst()).compareTo(MEMORY) > 0) {
      lateAt.removeFirst();
    }
    return lateAt.size() == SEVERAL;
  }

  /// In bit/s; 0 while it has shown no limit.
  public long limitBitsPerSecond() {
    return hasShownLimit ? (long) (bytesPerSecond * Byte.SIZE) : 0;
  }
}
