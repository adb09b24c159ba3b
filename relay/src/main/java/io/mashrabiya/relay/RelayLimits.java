package io.mashrabiya.relay;

import io.mashrabiya.relay.admit.Census;
import io.mashrabiya.relay.admit.HouseholdQuota;
import io.mashrabiya.relay.cache.CacheLimits;
import io.mashrabiya.relay.link.KeepAlive;
import io.mashrabiya.relay.route.RouteLimits;
import io.mashrabiya.relay.route.ViewerLimits;

/// All limits of a relay that can be set, in one place; what one link may send is fixed
/// ([io.mashrabiya.relay.admit.LinkLimits]).
public record RelayLimits(
    Census.Limits links,
    RouteLimits routes,
    CacheLimits cache,
    ViewerLimits viewers,
    KeepAlive keepAlive,
    HouseholdQuota quota) {
  public static final RelayLimits DEFAULT =
      new RelayLimits(
          Census.Limits.DEFAULT,
          RouteLimits.DEFAULT,
          CacheLimits.DEFAULT,
          ViewerLimits.DEFAULT,
          KeepAlive.DEFAULT,
          HouseholdQuota.DEFAULT);

  public RelayLimits withLinks(Census.Limits value) {
    return new RelayLimits(value, routes, cache, viewers, keepAlive, quota);
  }

  public RelayLimits withRoutes(RouteLimits value) {
    return new RelayLimits(links, value, cache, viewers, keepAlive, quota);
  }

  public RelayLimits withCache(CacheLimits value) {
    return new RelayLimits(links, routes, value, viewers, keepAlive, quota);
  }

  public RelayLimits withViewers(ViewerLimits value) {
    return new RelayLimits(links, routes, cache, value, keepAlive, quota);
  }

  public RelayLimits withKeepAlive(KeepAlive value) {
    return new RelayLimits(links, routes, cache, viewers, value, quota);
  }

  /// What one household may use; the routes and the cache keep their parts of it.
  public RelayLimits withQuota(HouseholdQuota value) {
    return new RelayLimits(
        links, routes.within(value), cache.within(value), viewers, keepAlive, value);
  }
}
