package io.mashrabiya.relay.route;

import java.time.Duration;

/// How far a viewer may fall behind.
///
/// @param windowFrames sent and not yet acknowledged
/// @param firstWindowBytes the same in bytes, for a viewer of whose line nothing is known; one
///   frame may always go
/// @param windowBytes the same for the fastest line
/// @param pairBytes what two frames have together at most that may always be in flight. Where a
///   packet was lost, the receiver tells by the next what it lacks, and it is sent again at once
///   (RFC 8985); alone it would wait for a time-out, each twice as long as the last. On a line that
///   stands still so little is soon over.
/// @param target how much of its time a line may hold of what waits for it, beyond the round trip
/// @param waitingFrames that wait for the window
/// @param waitingBytes the same in bytes
/// @param deadline a viewer that acknowledges nothing for so long is given up
/// @param streams that one link may ask for
public record ViewerLimits(
    int windowFrames,
    long firstWindowBytes,
    long windowBytes,
    long pairBytes,
    Duration target,
    int waitingFrames,
    long waitingBytes,
    Duration deadline,
    int streams) {
  public static final ViewerLimits DEFAULT =
      new ViewerLimits(
          512,
          16L << 10,
          4L << 20,
          6L << 10,
          Duration.ofMillis(400),
          1_024,
          8L << 20,
          Duration.ofSeconds(40),
          3 * 64);
}
