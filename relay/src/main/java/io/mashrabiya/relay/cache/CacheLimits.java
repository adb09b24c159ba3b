package io.mashrabiya.relay.cache;

import io.mashrabiya.relay.admit.HouseholdQuota;

/// How much the cache keeps. Whoever goes over loses its own oldest pictures first.
///
/// @param trackBytes a longer group is forwarded but not kept
/// @param householdBytes of all its cameras
/// @param totalBytes of all households
/// @param streamsPerHousehold cameras times tracks
public record CacheLimits(
    long trackBytes, long householdBytes, long totalBytes, int streamsPerHousehold) {
  public static final CacheLimits DEFAULT =
      new CacheLimits(16L << 20, HouseholdQuota.DEFAULT.cachedBytes(), 1L << 30, 64 * 7);

  public CacheLimits {
    if (trackBytes < 0 || householdBytes < 0 || totalBytes < 0 || streamsPerHousehold < 1) {
      throw new IllegalArgumentException("limits of the cache cannot be negative");
    }
  }

  /// The same within a household's quota.
  public CacheLimits within(HouseholdQuota quota) {
    return new CacheLimits(trackBytes, quota.cachedBytes(), totalBytes, streamsPerHousehold);
  }
}
