package io.mashrabiya.relay.route;

import io.mashrabiya.relay.admit.HouseholdQuota;
import io.mashrabiya.wire.letter.Manage;
import java.time.Duration;

/// How much the routes hold, and how long they wait.
///
/// @param rivalSilence a first home link that says nothing for so long after a ping is replaced
/// @param ticketLife how long a ticket opens a media link
/// @param ticketsPerLink not yet used; a further one voids the oldest
/// @param linksPerDevice tabs and pages of one device
/// @param linksPerHousehold of all its devices
/// @param newcomersPerHousehold links of newcomers at a time
/// @param newcomerStay the longest that a newcomer's link lasts
/// @param invitesPerHousehold valid at a time; a further one voids the oldest
/// @param inviteLife the longest that an invite is good for, whatever the home says
/// @param households that the relay remembers; one without links makes room for a new one
public record RouteLimits(
    Duration rivalSilence,
    Duration ticketLife,
    int ticketsPerLink,
    int linksPerDevice,
    int linksPerHousehold,
    int newcomersPerHousehold,
    Duration newcomerStay,
    int invitesPerHousehold,
    Duration inviteLife,
    int households) {
  public static final RouteLimits DEFAULT =
      new RouteLimits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          4,
          16,
          HouseholdQuota.DEFAULT.deviceLinks(),
          8,
          Duration.ofMinutes(11),
          HouseholdQuota.DEFAULT.invites(),
          Manage.Invite.LONGEST,
          10_000);

  /// The same within a household's quota.
  public RouteLimits within(HouseholdQuota quota) {
    return new RouteLimits(
        rivalSilence,
        ticketLife,
        ticketsPerLink,
        linksPerDevice,
        quota.deviceLinks(),
        newcomersPerHousehold,
        newcomerStay,
        quota.invites(),
        inviteLife,
        households);
  }
}
