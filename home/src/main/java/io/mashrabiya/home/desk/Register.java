package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.Access;
import io.mashrabiya.home.authority.Authority;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.HousePrivacy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// Who belongs to the household: as the authority ruled, as the home signs it, and as the disk
/// keeps it. Whoever changes it stores it before telling anybody.
final class Register {
  private static final Duration STORED_EVERY = Duration.ofMinutes(10);

  private final HomeFolder folder;
  private final HouseholdKeys keys;
  private final Authority authority;
  private final HomeClock clock;
  private Instant stored;

  Register(HomeFolder folder, Authority authority, HomeClock clock) {
    this.folder = folder;
    this.keys = folder.keys();
    this.authority = authority;
    this.clock = clock;
    this.stored = clock.instant();
  }

  HouseholdKeys keys() {
    return keys;
  }

  /// What people call the household.
  String name() {
    return folder.state().name();
  }

  Collection<Member> members() {
    return authority.roster().members().values();
  }

  /// The device, whether it still belongs here or was struck.
  Optional<Member> known(DeviceId device) {
    return authority.roster().known(device);
  }

  /// Who may see and hear what, as it was last settled.
  Access access() {
    return authority.access();
  }

  boolean isBehind() {
    return authority.roster().behind();
  }

  /// The newest member list.
  MemberList list() {
    return MemberList.issue(
        keys.household(), authority.edition(), authority.roster().keys(), keys.home().sign());
  }

  /// Returns when it is on the disk.
  void store() throws IOException {
    Roster roster = authority.roster();
    HousePrivacy privacy = authority.privacy();
    folder.update(state -> state.with(roster, privacy));
    stored = clock.instant();
  }

  /// The same, with the newest member list that a device has shown.
  void store(MemberList shown) throws IOException {
    folder.update(state -> state.withShown(shown, keys.certificate()));
    store();
  }

  /// Stores now and then when each device was last seen, which nobody waits for.
  void storeSeen(Instant now) throws IOException {
    if (Duration.between(stored, now).compareTo(STORED_EVERY) > 0) {
      store();
    }
  }
}
