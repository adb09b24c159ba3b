package io.mashrabiya.relay.route;

import io.mashrabiya.wire.ids.InviteId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The invites that a home has registered: whoever names one may speak with the home.
final class Invites {
  private final Supplier<RouteLimits> limits;
  private final Map<InviteId, Duration> until = new LinkedHashMap<>();

  Invites(Supplier<RouteLimits> limits) {
    this.limits = limits;
  }

  void register(InviteId invite, long seconds, Duration now) {
    forgetLate(now);
    long allowed = Math.min(seconds, limits.get().inviteLife().toSeconds());
    until.remove(invite);
    if (until.size() >= limits.get().invitesPerHousehold()) {
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
