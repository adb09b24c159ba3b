package io.mashrabiya.network.shape;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/// One direction of a line. Pure: the time is handed in, in nanoseconds since the line began, and
/// never goes back. For one thread at a time.
///
/// A packet waits in the queue until those before it have left, then takes its size by the rate to
/// leave, then is under way. Those that take no detour arrive in the order in which they left.
public final class Shaping {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int BITS_PER_BYTE = 8;

  private final Way way;
  private final OutageSchedule schedule;
  private final SplittableRandom random;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private long queuedBytes;
  private long leftNanos;
  private long arrivedNanos;

  /// Someone in the queue, who has left it at that time.
  private record Waiting(int bytes, long leftNanos) {}

  Shaping(Way way, OutageSchedule schedule, long seed) {
    this.way = way;
    this.schedule = schedule;
    this.random = new SplittableRandom(seed);
  }

  /// What becomes of a packet that comes to the line now.
  ///
  /// @param bytes its size, headers included
  public Fate send(int bytes, long nowNanos) {
    while (!queue.isEmpty() && queue.getFirst().leftNanos() <= nowNanos) {
      queuedBytes -= queue.removeFirst().bytes();
    }
    if (!queue.isEmpty() && queuedBytes + bytes > way.queueBytes()) {
      return new Fate.Dropped(roomFor(bytes));
    }
    leftNanos = schedule.finish(Math.max(nowNanos, leftNanos), takes(bytes));
    queue.addLast(new Waiting(bytes, leftNanos));
    queuedBytes += bytes;
    return underWay();
  }

  private long takes(int bytes) {
    return NANOS_PER_SECOND * BITS_PER_BYTE * bytes / way.bitsPerSecond();
  }

  /// When so many have left that these fit in, or all.
  private long roomFor(int bytes) {
    long waiting = queuedBytes;
    long at = leftNanos;
    for (Waiting one : queue) {
      waiting -= one.bytes();
      at = one.leftNanos();
      if (waiting + bytes <= way.queueBytes()) {
        break;
      }
    }
    return at;
  }

  /// Draws as often for each packet, so that another share of loss leaves everything else as it is.
  private Fate underWay() {
    boolean lost = random.nextDouble() < way.loss();
    boolean detours = random.nextDouble() < way.reordering();
    long late = (long) (random.nextDouble() * way.jitter().toNanos());
    long arrives = leftNanos + way.delay().toNanos() + late;
    if (lost) {
      return new Fate.Lost();
    }
    if (detours) {
      return new Fate.Arrives(arrives + way.delay().toNanos());
    }
    arrivedNanos = Math.max(arrivedNanos, arrives);
    return new Fate.Arrives(arrivedNanos);
  }
}
