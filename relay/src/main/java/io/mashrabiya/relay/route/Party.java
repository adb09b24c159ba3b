package io.mashrabiya.relay.route;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.ids.InviteId;

/// Who is at the other end of a link, as it proved when it came. The household of all that the link
/// says is this one, whatever a message claims.
public sealed interface Party {
  HouseholdId household();

  record Home(HouseholdId household) implements Party {}

  record Device(HouseholdId household, DeviceId device) implements Party {}

  /// Whoever knows an invite: may speak with the home about joining, and nothing else.
  record Newcomer(HouseholdId household, InviteId invite) implements Party {}
}
