package io.mashrabiya.home.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.letter.InviteEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvitesTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000);
  private static final Instant TEN_MINUTES_LATER = NOW.plus(Duration.ofMinutes(10));
  private static final InviteId INVITE = new InviteId(1, 2);
  private static final DeviceId PHONE = DeviceKeys.generate().idIn(RootKey.generate().household());

  private static Invites issued(InviteTerms terms) {
    Invites invites = new Invites();
    invites.issue(INVITE, terms, NOW);
    return invites;
  }

  @Test
  void standing_saysHowLongEachIsGoodForYet() {
    assertThat(issued(InviteTerms.ONE_DEVICE).standing(NOW.plusSeconds(60)))
        .isEqualTo(Map.of(INVITE, Duration.ofMinutes(9)));
  }

  @Test
  void invite_whoseTimeIsOver_isNone() {
    Instant late = TEN_MINUTES_LATER;
    assertThat(issued(InviteTerms.ONE_DEVICE).stands(INVITE, late.minusMillis(1))).isTrue();
    assertThat(issued(InviteTerms.ONE_DEVICE).stands(INVITE, late)).isFalse();
    assertThat(issued(InviteTerms.ONE_DEVICE).standing(late)).isEmpty();
    assertThat(issued(InviteTerms.ONE_DEVICE).entries(late)).isEmpty();
    assertThat(issued(InviteTerms.ONE_DEVICE).take(INVITE, PHONE, late)).isEmpty();
    assertThat(issued(InviteTerms.ONE_DEVICE).withdraw(INVITE, late)).isFalse();
  }

  @Test
  void issue_whenThoseThatAreOutAreOver_pushesOutNone() {
    Invites invites = issued(InviteTerms.DEMONSTRATION);
    for (int i = 1; i < Invites.MAX_STANDING; i++) {
      invites.issue(new InviteId(5, i), InviteTerms.ONE_DEVICE, NOW);
    }
    invites.issue(new InviteId(6, 6), InviteTerms.ONE_DEVICE, TEN_MINUTES_LATER);
    assertThat(invites.stands(INVITE, TEN_MINUTES_LATER)).isTrue();
  }

  @Test
  void entries_ofWhatWaitsForADevice_areWithoutTheOneThatIsTaken() {
    Invites invites = issued(InviteTerms.ONE_DEVICE);
    InviteId open = new InviteId(5, 5);
    invites.issue(open, InviteTerms.DEMONSTRATION, NOW);
    assertThat(invites.take(INVITE, PHONE, NOW)).contains(InviteTerms.ONE_DEVICE);
    assertThat(invites.take(open, PHONE, NOW)).contains(InviteTerms.DEMONSTRATION);
    assertThat(invites.entries(NOW)).extracting(InviteEntry::invite).containsExactly(open);
  }
}
