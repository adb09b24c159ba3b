package io.mashrabiya.relay.route;

import java.time.Duration;

/// How far a viewer may fall behind.
///
/// @param windowFrames sent and not yet acknowledged
/// @param windowBytes the same in bytes; one frame may always go
/// @param patience while the oldest unacknowledged frame was sent longer ago, nothing more is sent,
///   so that no more than that much of a slow line is ever in flight
/// @param waitingFrames that wait for the window
/// @param waitingBytes the same in bytes
/// @param deadline a viewer that acknowledges nothing for so long is given up
/// @param streams that one link may ask for
public record ViewerLimits(
    int windowFrames,
    long windowBytes,
    Duration patience,
    int waitingFrames,
    long waitingBytes,
    Duration deadline,
    int streams) {
  public static final ViewerLimits DEFAULT =
      new ViewerLimits(
          512, 4L << 20, Duration.ofMillis(500), 1_024, 8L << 20, Duration.ofSeconds(15), 64);
}
