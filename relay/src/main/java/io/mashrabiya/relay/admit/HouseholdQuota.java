package io.mashrabiya.relay.admit;

import io.mashrabiya.relay.admit.TokenBucket.Rate;

/// What one household may use of the relay, so that another does not feel it. The operator sets it
/// for all alike.
///
/// @param deviceLinks control links of all its devices at a time
/// @param cachedBytes of its sealed pictures in memory; over it its own oldest go first
/// @param carried bytes of sealed frames sent to its devices; over it whole groups of pictures are
///   skipped
/// @param invites of newcomers that are good at a time; a further one voids the oldest
/// @param control messages of its devices and newcomers; over it the link that spoke ends
public record HouseholdQuota(
    int deviceLinks, long cachedBytes, Rate carried, int invites, Rate control) {
  /// The longest burst of what is carried, beside one second: a group of pictures for each of some
  /// screens that come together, and longer than any one frame.
  public static final long CARRIED_BURST_BYTES = 64L << 20;

  public static final HouseholdQuota DEFAULT =
      new HouseholdQuota(128, 128L << 20, carried(32L << 20), 64, control(400));

  public HouseholdQuota {
    if (deviceLinks < 1 || cachedBytes < 0 || invites < 1) {
      throw new IllegalArgumentException("a quota must let something through");
    }
  }

  /// So much each second, on the average of some seconds.
  public static Rate carried(long bytesPerSecond) {
    return new Rate(CARRIED_BURST_BYTES + bytesPerSecond, bytesPerSecond);
  }

  /// So many each second, and five seconds' worth at once, because all screens come back together.
  public static Rate control(long messagesPerSecond) {
    return new Rate(5 * messagesPerSecond, messagesPerSecond);
  }
}
