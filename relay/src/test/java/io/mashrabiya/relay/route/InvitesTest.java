package io.mashrabiya.relay.route;

import static io.mashrabiya.relay.route.Now.NOW;
import static io.mashrabiya.relay.route.Now.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.letter.Manage;
import org.junit.jupiter.api.Test;

class InvitesTest {
  private final Invites invites = new Invites(() -> RouteLimits.DEFAULT);

  private static InviteId invite(int number) {
    byte[] bytes = new byte[16];
    bytes[0] = (byte) number;
    return InviteId.of(bytes);
  }

  @Test
  void isValid_registered_untilItsSecondsAreOver() {
    invites.register(invite(1), 600, NOW);
    assertThat(invites.isValid(invite(1), after(599_999))).isTrue();
    assertThat(invites.isValid(invite(1), after(600_000))).isFalse();
  }

  /// The longest that a home makes any.
  @Test
  void isValid_registeredForSevenDays_isSoToTheEnd() {
    invites.register(invite(1), Manage.Invite.LONGEST.toSeconds(), NOW);
    assertThat(invites.isValid(invite(1), NOW.plus(Manage.Invite.LONGEST).minusMillis(1))).isTrue();
    assertThat(invites.isValid(invite(1), NOW.plus(Manage.Invite.LONGEST))).isFalse();
  }

  @Test
  void isValid_unknownOrWithdrawn_isNot() {
    invites.register(invite(1), 600, NOW);
    invites.withdraw(invite(1));
    assertThat(invites.isValid(invite(1), NOW)).isFalse();
    assertThat(invites.isValid(invite(2), NOW)).isFalse();
  }

  @Test
  void register_forEver_isCutToTheLimit() {
    invites.register(invite(1), Long.MAX_VALUE, NOW);
    assertThat(invites.isValid(invite(1), NOW.plus(RouteLimits.DEFAULT.inviteLife()))).isFalse();
  }

  @Test
  void register_oneTooMany_voidsTheOldest() {
    for (int i = 0; i <= RouteLimits.DEFAULT.invitesPerHousehold(); i++) {
      invites.register(invite(i), 600, NOW);
    }
    assertThat(invites.isValid(invite(0), NOW)).isFalse();
    assertThat(invites.isValid(invite(1), NOW)).isTrue();
  }

  @Test
  void register_whenOthersAreOver_voidsNone() {
    invites.register(invite(0), 600, NOW);
    for (int i = 1; i < RouteLimits.DEFAULT.invitesPerHousehold(); i++) {
      invites.register(invite(i), 10, NOW);
    }
    invites.register(invite(99), 600, after(10_000));
    assertThat(invites.isValid(invite(0), after(10_000))).isTrue();
  }

  @Test
  void register_again_lastsFromThenOn() {
    invites.register(invite(1), 10, NOW);
    invites.register(invite(1), 10, after(5_000));
    assertThat(invites.isValid(invite(1), after(14_000))).isTrue();
  }
}
