package io.mashrabiya.relay.route;

import java.time.Duration;

/// How far a viewer may fall behind.
///
/// @param windowFrames sent and not yet acknowledged
/// @param firstWindowBytes the same in bytes, for a viewer that has not yet shown what its line
///   takes; one frame may always go
/// @param windowBytes what that grows to, by what is acknowledged in time
/// @param patience while the oldest unacknowledged frame was sent longer ago, nothing more is sent,
///   so that no more than that much of a slow line is ever in flight
/// @param waitingFrames that wait for the window
/// @param waitingBytes the same in bytes
/// @param deadline a viewer that acknowledges nothing for so long is given up
/// @param streams that one link may ask for
public record ViewerLimits(
    int windowFrames,
    long firstWindowBytes,
    long windowBytes,
    Duration patience,
    int waitingFrames,
    long waitingBytes,
    Duration deadline,
    int streams) {
  public static final ViewerLimits DEFAULT =
      new ViewerLimits(
          512,
          128L << 10,
          4L << 20,
          Duration.ofMillis(500),
          1_024,
          8L << 20,
          Duration.ofSeconds(15),
          3 * 64);
}
