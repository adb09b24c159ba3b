package io.mashrabiya.device.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.statement.Version;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MembershipTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);

  private final RootKey root = RootKey.generate();
  private final HouseholdKeys house = HouseholdKeys.found(root, NOW);
  private final DeviceKeys phone = DeviceKeys.generate();
  private final Membership membership = of(list(house, 5, phone));

  private Membership of(MemberList list) {
    return new Membership(
        phone, house.certificate(), list, "House", new Origin("https://relay.example"));
  }

  private static MemberList list(HouseholdKeys house, long number, DeviceKeys... members) {
    return list(house, number, NOW, members);
  }

  private static MemberList list(
      HouseholdKeys house, long number, Instant ruled, DeviceKeys... members) {
    TreeMap<DeviceId, VerifyingKey> keys = new TreeMap<>();
    for (DeviceKeys member : members) {
      keys.put(member.idIn(house.household()), member.sign().publicKey());
    }
    var version = new Version(house.certificate().serial(), number);
    return MemberList.issue(
        house.household(), new Edition(version, ruled), keys, house.home().sign());
  }

  @Test
  void under_certificateOfOurRootThatIsNotOlder_isThatOne() {
    var newer = HouseholdKeys.renewed(root, house.certificate().serial(), NOW).certificate();
    Membership renewed = membership.under(newer).orElseThrow();
    assertThat(renewed.home()).isEqualTo(newer);
    assertThat(renewed.memberList()).isEqualTo(membership.memberList());
    assertThat(renewed.under(newer)).contains(renewed);
    assertThat(renewed.under(house.certificate())).isEmpty();
  }

  @Test
  void under_certificateOfAnotherRoot_isNone() {
    var later = HouseholdKeys.found(RootKey.generate(), NOW.plusSeconds(60)).certificate();
    assertThat(membership.under(later)).isEmpty();
  }

  @Test
  void withList_newerOne_isHeldAndAnOlderOneOrAnothersIsNot() throws Malformed {
    MemberList newer = list(house, 6, phone, DeviceKeys.generate());
    assertThat(membership.withList(newer.statement())).isEqualTo(of(newer));
    assertThat(membership.withList(list(house, 4).statement())).isEqualTo(membership);
    assertThat(membership.withList(list(house, 5).statement())).isEqualTo(membership);
    HouseholdKeys other = HouseholdKeys.found(RootKey.generate(), NOW);
    assertThat(membership.withList(list(other, 9).statement())).isEqualTo(membership);
  }

  @Test
  void isContradictedBy_anotherRulingUnderTheSameVersion_alone() throws Malformed {
    Instant later = NOW.plusNanos(1_000);
    assertThat(membership.isContradictedBy(list(house, 5, later, phone).statement())).isTrue();
    assertThat(membership.isContradictedBy(list(house, 5, phone).statement())).isFalse();
    assertThat(membership.isContradictedBy(list(house, 6, later, phone).statement())).isFalse();
    HouseholdKeys other = HouseholdKeys.found(RootKey.generate(), NOW);
    assertThat(membership.isContradictedBy(list(other, 5, later).statement())).isFalse();
  }

  @Test
  void toString_isTheIdsAlone() {
    assertThat(membership)
        .hasToString(
            "Membership[%s, %s]".formatted(house.household(), phone.idIn(house.household())));
  }
}
