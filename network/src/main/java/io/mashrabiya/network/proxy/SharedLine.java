package io.mashrabiya.network.proxy;

import io.mashrabiya.network.shape.Fate;
import io.mashrabiya.network.shape.Shaping;
import java.time.Duration;

/// One direction of the line, which all connections share.
///
/// TCP loses nothing, and so whoever meets a full queue waits for room, and what is lost is sent
/// again after a round trip: the earliest moment in which a sender could know. Whatever comes
/// behind it on the same connection waits as well.
final class SharedLine implements Carrier {
  /// Of IP and TCP, which the rate counts too.
  private static final int HEADER_BYTES = 40;

  private final Shaping shaping;
  private final long roundTripNanos;
  private final long begunNanos = System.nanoTime();

  SharedLine(Shaping shaping, Duration roundTrip) {
    this.shaping = shaping;
    this.roundTripNanos = roundTrip.toNanos();
  }

  @Override
  public long carry(int bytes) throws InterruptedException {
    while (true) {
      switch (send(bytes + HEADER_BYTES)) {
        case Fate.Arrives(long at) -> {
          return begunNanos + at;
        }
        case Fate.Lost() -> Carrier.await(System.nanoTime() + roundTripNanos);
        case Fate.Dropped(long roomAt) -> Carrier.await(begunNanos + roomAt);
      }
    }
  }

  private synchronized Fate send(int bytes) {
    return shaping.send(bytes, System.nanoTime() - begunNanos);
  }
}
