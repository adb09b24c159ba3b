package io.mashrabiya.home.store;

import io.mashrabiya.home.authority.Editions;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.KitFile;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.statement.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A household in a data folder, with its kit taken out of its file and with devices in it.
///
/// @param state as it was when it was made
record Founded(Path folder, RootKey root, HouseholdKeys keys, HouseholdState state) {
  static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);

  static Founded in(Path folder, String... devices) throws IOException {
    Path kit = Files.createTempDirectory("kit").resolve("kit.html");
    try (HomeFolder home = open(folder, Optional.of(kit))) {
      RootKey root = ((KitFile.Reading.Held) new KitFile(kit).read()).root();
      List<Member> members = new ArrayList<>();
      for (String device : devices) {
        members.add(member(root, device));
      }
      HouseholdState state =
          home.update(
              empty -> empty.with(roster(5, members.toArray(new Member[0])), HousePrivacy.NONE));
      return new Founded(folder, root, home.keys(), state);
    }
  }

  /// Opens it as a home does.
  HomeFolder open() throws IOException {
    return open(folder, Optional.empty());
  }

  private static HomeFolder open(Path folder, Optional<Path> kit) throws IOException {
    return switch (HomeFolder.open(folder, new Founding("House", kit), InstantSource.fixed(NOW))) {
      case HomeFolder.Opening.Opened(HomeFolder home) -> home;
      case HomeFolder.Opening other -> throw new AssertionError("not opened: " + other);
    };
  }

  static Member member(RootKey root, String name) {
    DeviceKeys keys = DeviceKeys.generate();
    return new Member(
        keys.idIn(root.household()),
        keys.sign().publicKey(),
        keys.kem().publicKey(),
        name,
        NOW,
        NOW,
        Terms.FULL);
  }

  Member member(String name) {
    return state.roster().members().values().stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  DeviceId device(String name) {
    return member(name).device();
  }

  static Roster roster(long version, Member... members) {
    SortedMap<DeviceId, Member> all = new TreeMap<>();
    for (Member member : members) {
      all.put(member.device(), member);
    }
    return new Roster(
        new Editions(new TreeMap<>(Map.of(version, Instant.EPOCH))), all, new TreeMap<>(), false);
  }

  /// As the home would sign it.
  MemberList list(Roster roster) {
    return MemberList.issue(
        keys.household(),
        new Edition(new Version(keys.certificate().serial(), roster.version()), Instant.EPOCH),
        roster.keys(),
        keys.home().sign());
  }

  /// Makes it an old copy, as the home notes it down.
  void fallBehind() throws IOException {
    try (HomeFolder home = open()) {
      Roster now = home.state().roster();
      home.update(state ->
          state.with(
              new Roster(now.editions(), now.members(), now.struck(), true), HousePrivacy.NONE));
    }
  }
}
