package io.mashrabiya.network.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// When a line works, from time 0 on. Two of the same seed agree. Questions are asked in the order
/// of time.
final class OutageSchedule {
  private final Optional<Outages> outages;
  private final SplittableRandom random;

  /// The failure that is now or comes next.
  private long beginNanos = Long.MAX_VALUE;

  private long endNanos;

  OutageSchedule(Optional<Outages> outages, long seed) {
    this.outages = outages;
    this.random = new SplittableRandom(seed);
    outages.ifPresent(this::next);
  }

  /// When work is done that begins at a time and rests while the line does not work.
  long finish(long startNanos, long workNanos) {
    long now = startNanos;
    long rest = workNanos;
    while (true) {
      while (beginNanos != Long.MAX_VALUE && endNanos <= now) {
        outages.ifPresent(this::next);
      }
      if (now >= beginNanos) {
        now = endNanos;
      } else if (rest <= beginNanos - now) {
        return now + rest;
      } else {
        rest -= beginNanos - now;
        now = endNanos;
      }
    }
  }

  /// The failures that begin before a time, in their order.
  List<Failure> beginningBefore(long nanos) {
    List<Failure> all = new ArrayList<>();
    while (beginNanos < nanos) {
      all.add(new Failure(beginNanos, endNanos));
      outages.ifPresent(this::next);
    }
    return all;
  }

  private void next(Outages of) {
    beginNanos = endNanos + of.up().nanos(random.nextDouble());
    endNanos = beginNanos + of.down().nanos(random.nextDouble());
  }
}
