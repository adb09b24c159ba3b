package io.mashrabiya.relay.route;

import io.mashrabiya.wire.ids.InviteId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The invites that a home has registered: whoever names one may speak with the home.
final class Invites {
  private final RouteLimits limits;
  private final Map<InviteId, Duration> until = new LinkedHashMap<>();

  Invites(RouteLimits limits) {
    this.limits = limits;
  }

  void register(InviteId invite, long seconds, Duration now) {
    forgetLate(now);
    long allowed = Math.min(seconds, limits.inviteLife().toSeconds());
    until.remove(invite);
    if (until.size() >= limits.invitesPerHousehold()) {
      until.remove(until.keySet().iterator().next());
    }
    until.put(invite, now.plusSeconds(allowed));
  }

  void withdraw(InviteId invite) {
    until.remove(invite);
  }

  boolean isValid(InviteId invite, Duration now) {
    forgetLate(now);
    return until.containsKey(invite);
  }

  private void forgetLate(Duration now) {
    until.values().removeIf(end -> now.compareTo(end) >= 0);
  }
}
