package io.mashrabiya.relay.route;

import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All that the relay knows and decides about one household. Nothing in it can name another one.
final class Household {
  private final HouseholdId id;
  private final Supplier<RouteLimits> limits;
  private final Tickets tickets;
  private final Tally tally;
  private final HomeSeat seat;
  private final Roster roster;
  private final Newcomers newcomers;
  private final DeviceLinks devices = new DeviceLinks();
  private @Nullable HomeCertificate certificate;
  private @Nullable Duration since;
  private boolean isMoving;

  Household(HouseholdId id, Supplier<RouteLimits> limits, Tickets tickets, Tally tally) {
    this.id = id;
    this.limits = limits;
    this.tickets = tickets;
    this.tally = tally;
    seat = new HomeSeat(limits.get().rivalSilence());
    roster = new Roster(id);
    newcomers = new Newcomers(limits, tally);
  }

  Roster roster() {
    return roster;
  }

  Optional<LinkId> home() {
    return seat.link();
  }

  /// When the home came first; empty while it has not been here.
  Optional<Duration> since() {
    return Optional.ofNullable(since);
  }

  /// How many of its devices are linked.
  int devices() {
    return devices.devices();
  }

  /// The control links of its home, of its devices and of newcomers.
  List<LinkId> links() {
    List<LinkId> links = new ArrayList<>(seat.links());
    links.addAll(devices.all());
    links.addAll(newcomers.links());
    return links;
  }

  /// All links move to another relay, the home's first: that it left is no news for its devices.
  void moves() {
    isMoving = true;
  }

  boolean isWithoutLinks() {
    return seat.isEmpty() && devices.size() == 0 && newcomers.isEmpty();
  }

  // ---- the home ----

  List<Deed> homeArrives(LinkId link, HomeCertificate shown, Duration now) {
    return seated(seat.arrives(new HomeSeat.Holder(link, shown), now), now);
  }

  List<Deed> homeHeard(LinkId link, Duration now) {
    return seated(seat.heard(link), now);
  }

  List<Deed> homeGone(LinkId link, Duration now) {
    return seated(seat.gone(link), now);
  }

  List<Deed> homeSays(LinkId link, HomeSays message, Duration now) throws Malformed {
    if (certificate == null || !seat.link().equals(Optional.of(link))) {
      return List.of(); // a rival is not heard before the matter is decided
    }
    return switch (message) {
      case HomeSays.HomeHello hello -> throw new Malformed("control.type", 0);
      case HomeSays.Admission admission -> throw new Malformed("control.type", 0);
      case HomeSays.Members members -> takeMembers(members, certificate);
      case HomeSays.Card card -> takeCard(card, certificate);
      case HomeSays.Invite invite -> {
        newcomers.invited(invite, now);
        yield List.of();
      }
      case HomeSays.Uninvite uninvite -> {
        newcomers.uninvited(uninvite);
        yield List.of();
      }
      case HomeSays.Enrolled enrolled -> newcomers.answered(enrolled);
      case HomeSays.Post post -> postToDevice(post);
      case HomeSays.WantTicket want ->
          List.of(new Deed.TellHome(link, new HomeHears.NewTicket(tickets.issue(link, now))));
    };
  }

  private List<Deed> seated(HomeSeat.Outcome outcome, Duration now) {
    return switch (outcome) {
      case HomeSeat.Outcome.Same() -> List.of();
      case HomeSeat.Outcome.Asking(LinkId first) -> List.of(new Deed.Ping(first));
      case HomeSeat.Outcome.Kept(LinkId holder, LinkId refused) -> {
        tally.add(Count.RIVALS_REFUSED);
        yield List.of(
            new Deed.TellHome(holder, new HomeHears.Rival()),
            new Deed.End(refused, ByeReason.RIVAL));
      }
      case HomeSeat.Outcome.Outdated(LinkId refused) -> {
        tally.add(Count.HOMES_REFUSED);
        yield List.of(new Deed.End(refused, ByeReason.REPLACED));
      }
      case HomeSeat.Outcome.Seated(HomeSeat.Holder holder, List<LinkId> replaced) ->
          welcomeHome(holder, replaced, now);
      case HomeSeat.Outcome.Vacant() -> homeLeft();
    };
  }

  private List<Deed> welcomeHome(HomeSeat.Holder holder, List<LinkId> replaced, Duration now) {
    List<Deed> deeds = new ArrayList<>();
    for (LinkId other : replaced) {
      tally.add(Count.HOMES_REPLACED);
      deeds.add(new Deed.End(other, ByeReason.REPLACED));
    }
    tally.add(Count.HOMES_WELCOMED);
    boolean isNewer = certificate != null && holder.certificate().serial() > certificate.serial();
    certificate = holder.certificate();
    since = since == null ? now : since;
    if (isNewer) {
      roster.forgetCards();
      deeds.add(new Deed.Forget(id));
    }
    var welcome = new HomeHears.Welcome(tickets.issue(holder.link(), now));
    deeds.add(new Deed.TellHome(holder.link(), welcome));
    for (LinkId device : devices.all()) {
      if (isNewer) {
        var shown = new DeviceHears.Certificate(holder.certificate().statement());
        deeds.add(new Deed.TellDevice(device, shown));
      }
      deeds.add(new Deed.TellDevice(device, new DeviceHears.Online(true)));
    }
    return deeds;
  }

  private List<Deed> homeLeft() {
    if (isMoving) {
      return List.of();
    }
    List<Deed> deeds = new ArrayList<>();
    for (LinkId device : devices.all()) {
      deeds.add(new Deed.TellDevice(device, new DeviceHears.Online(false)));
    }
    deeds.addAll(newcomers.homeLeft());
    return deeds;
  }

  private List<Deed> takeMembers(HomeSays.Members members, HomeCertificate current)
      throws Malformed {
    if (!roster.take(members.list(), current)) {
      tally.add(Count.STATEMENTS_REFUSED);
      return List.of();
    }
    var named = roster.members().orElseThrow().members().keySet();
    List<Deed> deeds = new ArrayList<>();
    for (LinkId struck : devices.strikeOthersThan(named)) {
      tally.add(Count.MEMBERS_STRUCK);
      deeds.add(new Deed.End(struck, ByeReason.NOT_A_MEMBER));
    }
    return deeds;
  }

  private List<Deed> takeCard(HomeSays.Card message, HomeCertificate current) {
    var card = message.card();
    if (!roster.take(card, current)) {
      tally.add(Count.STATEMENTS_REFUSED);
      return List.of();
    }
    return tellDevice(card.device(), new DeviceHears.Card(card));
  }

  private List<Deed> postToDevice(HomeSays.Post post) {
    var letter = post.letter();
    if (!letter.household().equals(id) || !letter.device().equals(post.device())) {
      tally.add(Count.LETTERS_UNDELIVERABLE);
      return List.of();
    }
    var message = new DeviceHears.Post(letter);
    List<Deed> deeds =
        devices.of(post.device()).stream()
            .filter(link -> post.link() == 0 || link.number() == post.link())
            .<Deed>map(link -> new Deed.TellDevice(link, message))
            .toList();
    tally.add(deeds.isEmpty() ? Count.LETTERS_UNDELIVERABLE : Count.LETTERS_CARRIED);
    return deeds;
  }

  // ---- devices ----

  List<Deed> deviceArrives(LinkId link, DeviceId device, Duration now) {
    if (certificate == null) {
      return List.of(new Deed.End(link, ByeReason.HOME_UNKNOWN));
    }
    if (devices.size() >= limits.get().linksPerHousehold()
        || devices.of(device).size() >= limits.get().linksPerDevice()) {
      tally.add(Count.TOO_MUCH);
      return List.of(new Deed.End(link, ByeReason.TOO_MUCH));
    }
    devices.add(device, link);
    tally.add(Count.DEVICES_WELCOMED);
    List<Deed> deeds = new ArrayList<>();
    var welcome =
        new DeviceHears.Welcome(
            certificate.statement(), seat.link().isPresent(), tickets.issue(link, now));
    deeds.add(new Deed.TellDevice(link, welcome));
    roster
        .card(device)
        .ifPresent(card -> deeds.add(new Deed.TellDevice(link, new DeviceHears.Card(card))));
    return deeds;
  }

  List<Deed> deviceSays(LinkId link, DeviceId device, DeviceSays message, Duration now)
      throws Malformed {
    return switch (message) {
      case DeviceSays.Post post -> postToHome(link, device, post.letter());
      case DeviceSays.WantTicket want ->
          List.of(new Deed.TellDevice(link, new DeviceHears.NewTicket(tickets.issue(link, now))));
      case DeviceSays.Knows knows -> List.of(new Deed.TellKnown(link, id));
      case DeviceSays.DeviceHello hello -> throw new Malformed("control.type", 0);
      case DeviceSays.InviteHello hello -> throw new Malformed("control.type", 0);
      case DeviceSays.Enrol enrol -> throw new Malformed("control.type", 0);
    };
  }

  void deviceGone(LinkId link, DeviceId device) {
    devices.remove(device, link);
  }

  /// The letter must be of the very device and to the very household that the link proved.
  private List<Deed> postToHome(LinkId link, DeviceId device, Letter letter) throws Malformed {
    if (!letter.household().equals(id) || !letter.device().equals(device)) {
      throw new Malformed("letter", 0);
    }
    var home = seat.link();
    tally.add(home.isPresent() ? Count.LETTERS_CARRIED : Count.LETTERS_UNDELIVERABLE);
    return home.<List<Deed>>map(
            to -> List.of(new Deed.TellHome(to, new HomeHears.Post(device, letter, link.number()))))
        .orElse(List.of());
  }

  private List<Deed> tellDevice(DeviceId device, DeviceHears message) {
    return devices.of(device).stream()
        .<Deed>map(link -> new Deed.TellDevice(link, message))
        .toList();
  }

  // ---- newcomers ----

  List<Deed> newcomerArrives(LinkId link, InviteId invite, Duration now) {
    var home = seat.link().flatMap(linked -> Optional.ofNullable(certificate));
    return newcomers.arrives(link, invite, home, now);
  }

  List<Deed> newcomerSays(LinkId link, InviteId invite, DeviceSays message) throws Malformed {
    return newcomers.says(link, invite, message, seat.link());
  }

  void newcomerGone(LinkId link) {
    newcomers.gone(link);
  }

  // ---- time ----

  List<Deed> tick(Duration now) {
    List<Deed> deeds = new ArrayList<>(seated(seat.tick(now), now));
    deeds.addAll(newcomers.tick(now));
    return deeds;
  }
}
