package io.mashrabiya.home.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.right.Terms;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final HouseholdId HOUSEHOLD = RootKey.generate().household();
  private static final Instant NOW = Instant.ofEpochSecond(1_000);

  private static Member member() {
    DeviceKeys keys = DeviceKeys.generate();
    return new Member(
        keys.idIn(HOUSEHOLD),
        keys.sign().publicKey(),
        keys.kem().publicKey(),
        "A name",
        NOW,
        NOW,
        Terms.FULL);
  }

  @Test
  void with_andWithout_raiseTheVersion() {
    Member member = member();
    Roster with = Roster.EMPTY.with(member, NOW);
    Roster without = with.without(member, NOW);
    assertThat(with.version()).isEqualTo(2);
    assertThat(without.version()).isEqualTo(3);
    assertThat(without.members()).isEmpty();
  }

  @Test
  void seen_later_isNotedWithoutANewVersion() {
    Member member = member();
    Roster seen = Roster.EMPTY.with(member, NOW).seen(member, NOW.plusSeconds(5));
    assertThat(seen.version()).isEqualTo(2);
    assertThat(seen.members().get(member.device()).lastSeen()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void without_moreThanAreRemembered_forgetsTheOldest() {
    Roster roster = Roster.EMPTY;
    Member first = member();
    roster = roster.with(first, NOW).without(first, NOW);
    for (int i = 1; i <= Roster.MAX_STRUCK; i++) {
      Member next = member();
      roster = roster.with(next, NOW).without(next, NOW.plusSeconds(i));
    }
    assertThat(roster.struck()).hasSize(Roster.MAX_STRUCK).doesNotContainKey(first.device());
  }

  @Test
  void confirmed_keepsTheNamed_strikesTheOthers_andIsNotBehind() {
    Member kept = member();
    Member dropped = member();
    Roster behind = Roster.EMPTY.with(kept, NOW).with(dropped, NOW).fallenBehind();
    Roster confirmed = behind.confirmed(Set.of(kept.device()), NOW);
    assertThat(confirmed.behind()).isFalse();
    assertThat(confirmed.members().keySet()).containsExactly(kept.device());
    assertThat(confirmed.struck().keySet()).containsExactly(dropped.device());
    assertThat(confirmed.version()).isGreaterThan(behind.version());
  }

  @Test
  void toString_ofAMember_holdsItsIdAndNoName() {
    Member member = member();
    assertThat(member.toString()).contains(member.device().toString()).doesNotContain("A name");
  }
}
