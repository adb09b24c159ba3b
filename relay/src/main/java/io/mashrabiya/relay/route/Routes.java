package io.mashrabiya.relay.route;

import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.member.MemberList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The links of homes, devices and newcomers, and which message goes to whom. Pure: a message and
/// the time go in, [Deed]s come out. Not thread-safe.
///
/// Guarantee: whatever a link says is of the household that the link proved (or, for a newcomer,
/// named an invite of), and what goes out for it goes to links of that household only. Not
/// guaranteed: anything about what is inside letters and cards.
///
/// A link comes with one of the `...Arrives` methods, after [io.mashrabiya.relay.admit.Gate] let it
/// in, and is known until [#gone] or until a deed ends it.
public final class Routes {
  private RouteLimits limits;
  private final Tally tally;
  private final Tickets tickets;

  /// The households, the one whose home came first at the beginning.
  private final Map<HouseholdId, Household> households = new LinkedHashMap<>();

  private final Map<LinkId, Party> parties = new HashMap<>();

  /// @param chance makes tickets that nobody can guess
  public Routes(RouteLimits limits, Supplier<Ticket> chance, Tally tally) {
    this.limits = limits;
    this.tally = tally;
    tickets = new Tickets(limits, chance);
  }

  /// The newest member list of a household whose home has been here since the relay started.
  public Optional<MemberList> members(HouseholdId household) {
    return Optional.ofNullable(households.get(household))
        .flatMap(known -> known.roster().members());
  }

  public Optional<Party> party(LinkId link) {
    return Optional.ofNullable(parties.get(link));
  }

  public int householdCount() {
    return households.size();
  }

  /// How many homes are linked now.
  public long homesOnline() {
    return households.values().stream().filter(known -> known.home().isPresent()).count();
  }

  /// Which households are remembered.
  public List<HouseholdId> remembered() {
    return List.copyOf(households.keySet());
  }

  /// All control links of a household.
  public List<LinkId> links(HouseholdId household) {
    var known = households.get(household);
    return known == null ? List.of() : known.links();
  }

  /// How many devices of a household are linked.
  public int devices(HouseholdId household) {
    var known = households.get(household);
    return known == null ? 0 : known.devices();
  }

  /// When a household's home came first since the relay started.
  public Optional<Duration> since(HouseholdId household) {
    return Optional.ofNullable(households.get(household)).flatMap(Household::since);
  }

  /// Whether a household's home is linked.
  public boolean isHomeOnline(HouseholdId household) {
    var known = households.get(household);
    return known != null && known.home().isPresent();
  }

  /// The operator takes this household in no more: all its links end, and it is forgotten.
  public List<Deed> expel(HouseholdId household, ByeReason reason) {
    var expelled = households.remove(household);
    if (expelled == null) {
      return List.of();
    }
    List<Deed> deeds = new ArrayList<>();
    expelled.links().forEach(link -> deeds.add(new Deed.End(link, reason)));
    deeds.add(new Deed.Forget(household));
    return done(deeds);
  }

  /// All links are about to move to another relay, the homes' first.
  public void moves() {
    households.values().forEach(Household::moves);
  }

  /// Other limits hold from now on, for what comes from now on.
  public void limit(RouteLimits other) {
    limits = other;
  }

  /// How many homes are linked now and have shown a member list, so that their devices may come.
  public long introducedHomes() {
    return households.values().stream()
        .filter(known -> known.home().isPresent() && known.roster().members().isPresent())
        .count();
  }

  /// A link proved to be the home of this certificate.
  public List<Deed> homeArrives(LinkId link, HomeCertificate certificate, Duration now) {
    var id = certificate.household();
    List<Deed> deeds = new ArrayList<>();
    if (!households.containsKey(id) && households.size() >= limits.households()) {
      var idle = firstWithoutLinks();
      if (idle.isEmpty()) {
        tally.add(Count.TOO_MUCH);
        return List.of(new Deed.End(link, ByeReason.TOO_MUCH));
      }
      households.remove(idle.get());
      deeds.add(new Deed.Forget(idle.get()));
    }
    var household =
        households.computeIfAbsent(id, key -> new Household(key, () -> limits, tickets, tally));
    parties.put(link, new Party.Home(id));
    deeds.addAll(household.homeArrives(link, certificate, now));
    return done(deeds);
  }

  /// A link proved to be a device of the newest member list.
  public List<Deed> deviceArrives(
      LinkId link, HouseholdId household, DeviceId device, Duration now) {
    return arrives(
        link, new Party.Device(household, device), known -> known.deviceArrives(link, device, now));
  }

  /// A link named an invite.
  public List<Deed> newcomerArrives(
      LinkId link, HouseholdId household, InviteId invite, Duration now) {
    return arrives(
        link,
        new Party.Newcomer(household, invite),
        known -> known.newcomerArrives(link, invite, now));
  }

  /// A home says something.
  ///
  /// @throws Malformed when this party may not say this; the edge ends the link
  public List<Deed> homeSays(LinkId link, HomeSays message, Duration now) throws Malformed {
    return parties.get(link) instanceof Party.Home(HouseholdId id)
        ? done(household(id).homeSays(link, message, now))
        : List.of();
  }

  /// A device or a newcomer says something.
  ///
  /// @throws Malformed when this party may not say this; the edge ends the link
  public List<Deed> deviceSays(LinkId link, DeviceSays message, Duration now) throws Malformed {
    return switch (parties.get(link)) {
      case null -> List.of();
      case Party.Home home -> List.of();
      case Party.Device(HouseholdId id, DeviceId device) ->
          done(household(id).deviceSays(link, device, message, now));
      case Party.Newcomer(HouseholdId id, InviteId invite) ->
          done(household(id).newcomerSays(link, invite, message));
    };
  }

  /// Any sign of life of a link.
  public List<Deed> heard(LinkId link, Duration now) {
    return parties.get(link) instanceof Party.Home(HouseholdId id)
        ? done(household(id).homeHeard(link, now))
        : List.of();
  }

  /// The link is closed.
  public List<Deed> gone(LinkId link, Duration now) {
    tickets.gone(link);
    return switch (parties.remove(link)) {
      case null -> List.of();
      case Party.Home(HouseholdId id) -> done(household(id).homeGone(link, now));
      case Party.Device(HouseholdId id, DeviceId device) -> {
        household(id).deviceGone(link, device);
        yield List.of();
      }
      case Party.Newcomer(HouseholdId id, InviteId invite) -> {
        household(id).newcomerGone(link);
        yield List.of();
      }
    };
  }

  /// Whose control link got this ticket, if it is good and that link still stands. The ticket is
  /// used up either way.
  public Optional<LinkId> redeem(Ticket ticket, Duration now) {
    return tickets.redeem(ticket, now);
  }

  /// To be called a few times each second.
  public List<Deed> tick(Duration now) {
    List<Deed> deeds = new ArrayList<>();
    for (Household household : households.values()) {
      deeds.addAll(household.tick(now));
    }
    return done(deeds);
  }

  private List<Deed> arrives(LinkId link, Party party, Function<Household, List<Deed>> welcome) {
    var household = households.get(party.household());
    if (household == null) {
      return List.of(new Deed.End(link, ByeReason.HOME_UNKNOWN));
    }
    parties.put(link, party);
    return done(welcome.apply(household));
  }

  private Household household(HouseholdId id) {
    var household = households.get(id);
    if (household == null) {
      throw new IllegalStateException("a household with links is never forgotten");
    }
    return household;
  }

  /// Forgets the links that are about to end, so that nothing more is routed for them.
  private List<Deed> done(List<Deed> deeds) {
    for (Deed deed : deeds) {
      if (deed instanceof Deed.End(LinkId link, ByeReason reason)) {
        tickets.gone(link);
        parties.remove(link);
      }
    }
    return deeds;
  }

  private Optional<HouseholdId> firstWithoutLinks() {
    return households.entrySet().stream()
        .filter(entry -> entry.getValue().isWithoutLinks())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
