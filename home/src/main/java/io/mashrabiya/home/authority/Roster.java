package io.mashrabiya.home.authority;

import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.member.MemberList;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which devices belong to the household, and which were struck. Immutable: a change is a new
/// roster, which is stored before anybody is told.
///
/// @param editions one more with every change of the members and of what they may see; the member
///   list carries it, so that a copy from before is found out
/// @param struck remembered so that a removed device can be told so; the oldest are forgotten, and
///   are then strangers
/// @param behind a newer member list of this home was seen: this roster is an old copy, and nobody
///   is served on its word
public record Roster(
    Editions editions,
    SortedMap<DeviceId, Member> members,
    SortedMap<DeviceId, Struck> struck,
    boolean behind) {
  static final int MAX_MEMBERS = MemberList.MAX_MEMBERS;
  public static final int MAX_STRUCK = 256;

  /// The household before its first device.
  public static final Roster EMPTY =
      new Roster(Editions.FIRST, new TreeMap<>(), new TreeMap<>(), false);

  /// A device that was removed.
  ///
  /// @param member as it was when it was struck
  public record Struck(Member member, Instant when) {}

  public Roster {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    struck = Collections.unmodifiableSortedMap(new TreeMap<>(struck));
  }

  public long version() {
    return editions.version();
  }

  /// The keys of the member list.
  public SortedMap<DeviceId, VerifyingKey> keys() {
    SortedMap<DeviceId, VerifyingKey> keys = new TreeMap<>();
    members.forEach((device, member) -> keys.put(device, member.sign()));
    return keys;
  }

  /// The device, whether it still belongs here or was struck.
  public Optional<Member> known(DeviceId device) {
    return Optional.ofNullable(members.get(device))
        .or(() -> Optional.ofNullable(struck.get(device)).map(Struck::member));
  }

  Roster with(Member member, Instant now) {
    SortedMap<DeviceId, Member> more = new TreeMap<>(members);
    more.put(member.device(), member);
    return new Roster(editions.next(now), more, struck, behind);
  }

  Roster without(Member member, Instant now) {
    SortedMap<DeviceId, Member> fewer = new TreeMap<>(members);
    fewer.remove(member.device());
    SortedMap<DeviceId, Struck> more = new TreeMap<>(struck);
    if (more.size() >= MAX_STRUCK) {
      more.remove(oldest());
    }
    more.put(member.device(), new Struck(member, now));
    return new Roster(editions.next(now), fewer, more, behind);
  }

  /// What members may see has changed.
  Roster changed(Instant now) {
    return new Roster(editions.next(now), members, struck, behind);
  }

  /// Whether somebody can manage the household, or nobody is left who would need it.
  boolean isManaged() {
    return members.isEmpty() || members.values().stream().anyMatch(Member::manages);
  }

  /// Being seen changes no member list.
  Roster seen(Member member, Instant now) {
    SortedMap<DeviceId, Member> same = new TreeMap<>(members);
    same.put(member.device(), member.seen(now));
    return new Roster(editions, same, struck, behind);
  }

  Roster fallenBehind() {
    return new Roster(editions, members, struck, true);
  }

  /// As the household's owner confirmed it, under a new certificate: the others are struck, and the
  /// home is no old copy any more.
  public Roster confirmed(Set<DeviceId> kept, Instant now) {
    Roster confirmed = this;
    for (Member member : members.values()) {
      confirmed = kept.contains(member.device()) ? confirmed : confirmed.without(member, now);
    }
    return new Roster(confirmed.editions.next(now), confirmed.members, confirmed.struck, false);
  }

  private DeviceId oldest() {
    return struck.entrySet().stream()
        .min(Comparator.comparing(entry -> entry.getValue().when()))
        .orElseThrow()
        .getKey();
  }
}
