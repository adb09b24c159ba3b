package io.mashrabiya.network.proxy;

import io.mashrabiya.network.shape.Fate;
import io.mashrabiya.network.shape.Shaping;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// One direction of the line, which all connections share.
///
/// TCP loses nothing, and so whoever meets a full queue waits for room, and what is lost is sent
/// again after a round trip: the earliest moment in which a sender could know. Whatever comes
/// behind it on the same connection waits as well.
final class SharedLine implements Carrier {
  /// Of IP and TCP, which the rate counts too.
  private static final int HEADER_BYTES = 40;

  private final AtomicLong carriedBytes = new AtomicLong();
  private volatile Course course;

  /// What the line is like since when.
  private record Course(Shaping shaping, long roundTripNanos, long begunNanos) {
    static Course beginning(Shaping shaping, Duration roundTrip) {
      return new Course(shaping, roundTrip.toNanos(), System.nanoTime());
    }

    synchronized Fate send(int bytes) {
      return shaping.send(bytes, System.nanoTime() - begunNanos);
    }
  }

  SharedLine(Shaping shaping, Duration roundTrip) {
    course = Course.beginning(shaping, roundTrip);
  }

  /// Is another line from now on; what is under way arrives as it would have.
  void become(Shaping shaping, Duration roundTrip) {
    course = Course.beginning(shaping, roundTrip);
  }

  /// How much it has carried so far, headers counted.
  long carriedBytes() {
    return carriedBytes.get();
  }

  @Override
  public long carry(int bytes) throws InterruptedException {
    while (true) {
      Course now = course;
      switch (now.send(bytes + HEADER_BYTES)) {
        case Fate.Arrives(long at) -> {
          carriedBytes.addAndGet(bytes + HEADER_BYTES);
          return now.begunNanos() + at;
        }
        case Fate.Lost() -> Carrier.await(System.nanoTime() + now.roundTripNanos());
        case Fate.Dropped(long roomAt) -> Carrier.await(now.begunNanos() + roomAt);
      }
    }
  }
}
