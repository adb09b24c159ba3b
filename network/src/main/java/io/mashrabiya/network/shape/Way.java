package io.mashrabiya.network.shape;

import java.time.Duration;

/// One direction of a line.
///
/// @param bitsPerSecond how fast packets leave, their headers counted
/// @param delay from having left until arriving; the way back has its own
/// @param jitter by how much later a packet arrives at most; each draws anew, evenly
/// @param loss which share of the packets is lost after it has left, 0 to 1
/// @param reordering which share takes a detour that is as long as the way itself, so that others
///   overtake it, 0 to 1
/// @param queueBytes how much waits before the line at most; what comes then is dropped
public record Way(
    long bitsPerSecond,
    Duration delay,
    Duration jitter,
    double loss,
    double reordering,
    int queueBytes) {
  public Way {
    if (bitsPerSecond < 1 || delay.isNegative() || jitter.isNegative() || queueBytes < 0) {
      throw new IllegalArgumentException("no way is so");
    }
    if (!(loss >= 0 && loss <= 1 && reordering >= 0 && reordering <= 1)) {
      throw new IllegalArgumentException("a share is from 0 to 1");
    }
  }

  /// Neither loses, reorders nor varies.
  public static Way steady(long bitsPerSecond, Duration delay, int queueBytes) {
    return new Way(bitsPerSecond, delay, Duration.ZERO, 0, 0, queueBytes);
  }

  /// The same that loses this share.
  public Way losing(double share) {
    return new Way(bitsPerSecond, delay, jitter, share, reordering, queueBytes);
  }

  /// The same that sends this share by a detour.
  public Way reordering(double share) {
    return new Way(bitsPerSecond, delay, jitter, loss, share, queueBytes);
  }

  /// The same with so much jitter.
  public Way varying(Duration most) {
    return new Way(bitsPerSecond, delay, most, loss, reordering, queueBytes);
  }

  Duration meanDelay() {
    return delay.plus(jitter.dividedBy(2));
  }
}
