package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.Accounts;
import io.mashrabiya.relay.admit.Gate;
import io.mashrabiya.relay.admit.HomeAdmission;
import io.mashrabiya.relay.admit.Neighbourhood;
import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.relay.route.Deed;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.relay.route.Party;
import io.mashrabiya.relay.route.Routes;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All links of the relay, between the pure machines that decide and the sockets that carry.
///
/// Ownership: everything in this package and the machines behind it belongs to one event loop,
/// without a lock.
final class Switchboard {
  private final Routes routes;
  private final Gate gate;
  private final FramePath frames;
  private final Accounts accounts;
  private final Supplier<Instant> wall;
  private final Consumer<Register> keep;
  private final KeepAlive keepAlive;
  private final Tally tally;
  private final Journal journal = new Journal();
  private final Map<LinkId, Line> lines = new HashMap<>();

  /// The one media link of each control link.
  private final Map<LinkId, Line> mediaOf = new HashMap<>();

  private final Map<LinkId, LinkId> controlOf = new HashMap<>();

  /// What a switchboard stands between.
  ///
  /// @param wall the time for people, and for what outlives the relay
  /// @param keep takes what the operator decided, when that changed; must not block
  record Parts(
      Routes routes,
      Gate gate,
      FramePath frames,
      Accounts accounts,
      KeepAlive keepAlive,
      Supplier<Instant> wall,
      Consumer<Register> keep,
      Tally tally) {}

  Switchboard(Parts parts) {
    routes = parts.routes;
    gate = parts.gate;
    frames = parts.frames;
    accounts = parts.accounts;
    keepAlive = parts.keepAlive;
    wall = parts.wall;
    keep = parts.keep;
    tally = parts.tally;
  }

  Routes routes() {
    return routes;
  }

  Gate gate() {
    return gate;
  }

  FramePath frames() {
    return frames;
  }

  Tally tally() {
    return tally;
  }

  /// A home wants in. If it comes by a code of the operator's, that is kept.
  Gate.Verdict<HomeCertificate> home(
      HomeSays.HomeHello hello, Optional<AdmissionCode> code, Challenge asked) throws Malformed {
    var before = gate.homes().register();
    var verdict = gate.home(hello, code, asked, wall.get());
    var after = gate.homes().register();
    if (!after.equals(before)) {
      tally.add(Count.CODES_REDEEMED);
      keep.accept(after);
    }
    return verdict;
  }

  /// Whether a device or a newcomer that said something is within its household's quota; else its
  /// link ends.
  boolean maySpeak(Line line, Duration now) {
    var party = routes.party(line.id());
    if (party.isEmpty() || accounts.speak(party.get().household(), now)) {
      return true;
    }
    tally.add(Count.QUOTA_EXCEEDED);
    end(line, ByeReason.TOO_MUCH, now);
    return false;
  }

  /// Ends all links of a household that is taken in no more.
  void expel(HouseholdId household, Duration now) {
    var reason =
        gate.homes().standing(household) == HomeAdmission.Standing.SUSPENDED
            ? ByeReason.SUSPENDED
            : ByeReason.NOT_ADMITTED;
    var deeds = routes.expel(household, reason);
    tally.add(Count.HOUSEHOLDS_EXPELLED, deeds.isEmpty() ? 0 : 1);
    perform(deeds, now);
  }

  /// What the relay knows of a household, in numbers.
  DeviceHears.Known known(HouseholdId household, Duration now) {
    Set<Neighbourhood> addresses = new HashSet<>();
    long links = 0;
    for (LinkId link : routes.links(household)) {
      for (Line line : linesOf(link)) {
        links++;
        addresses.add(line.from());
      }
    }
    var since = wall.get().minus(now.minus(routes.since(household).orElse(now)));
    return new DeviceHears.Known(
        addresses.size(),
        frames.cachedBytes(household),
        accounts.carriedToday(household),
        routes.devices(household),
        links,
        Micros.of(since));
  }

  private List<Line> linesOf(LinkId control) {
    return Stream.of(
            Optional.ofNullable(lines.get(control)), Optional.ofNullable(mediaOf.get(control)))
        .flatMap(Optional::stream)
        .toList();
  }

  int lineCount() {
    return lines.size();
  }

  void note(Duration now, String format, Object... ids) {
    journal.write(now, format, ids);
  }

  void opened(Line line) {
    lines.put(line.id(), line);
  }

  /// Something came from a link.
  void heard(Line line, Duration now) {
    line.heard(now);
    perform(routes.heard(line.id(), now), now);
  }

  void closed(Line line, Duration now) {
    if (lines.remove(line.id()) == null) {
      return;
    }
    note(now, "{0}: closed", line.id());
    endMedia(line.id(), ByeReason.GOING_AWAY, now);
    frames.gone(line.id());
    var control = controlOf.remove(line.id());
    if (control != null) {
      mediaOf.remove(control, line);
    }
    perform(routes.gone(line.id(), now), now);
  }

  void perform(List<Deed> deeds, Duration now) {
    for (Deed deed : deeds) {
      switch (deed) {
        case Deed.TellHome(LinkId link, HomeHears message) -> tell(link, message.text());
        case Deed.TellDevice(LinkId link, DeviceHears message) -> tell(link, message.text());
        case Deed.TellKnown(LinkId link, HouseholdId household) ->
            tell(link, known(household, now).text());
        case Deed.Ping(LinkId link) -> {
          var line = lines.get(link);
          if (line != null) {
            line.ping(now);
          }
        }
        case Deed.End(LinkId link, ByeReason reason) -> end(lines.get(link), reason, now);
        case Deed.Forget(HouseholdId household) -> frames.forget(household);
      }
    }
  }

  /// Who the ticket makes of a media link, or null when it is not good. An older media link of the
  /// same control link is closed.
  @Nullable Party redeem(Line line, Ticket ticket, Duration now) {
    var control = routes.redeem(ticket, now);
    var party = control.flatMap(routes::party).orElse(null);
    boolean fits =
        line.endpoint().isForHomes() ? party instanceof Party.Home : party instanceof Party.Device;
    if (control.isEmpty() || !fits) {
      return null;
    }
    endMedia(control.get(), ByeReason.REPLACED, now);
    mediaOf.put(control.get(), line);
    controlOf.put(line.id(), control.get());
    return party;
  }

  void refuseHome(Line line, ByeReason reason, Duration now) {
    tally.add(Count.HOMES_REFUSED);
    end(line, reason, now);
  }

  void refuseDevice(Line line, ByeReason reason, Duration now) {
    tally.add(Count.DEVICES_REFUSED);
    end(line, reason, now);
  }

  void refuseTicket(Line line, Duration now) {
    tally.add(Count.TICKETS_REFUSED);
    end(line, ByeReason.NOT_PROVEN, now);
  }

  void end(@Nullable Line line, ByeReason reason, Duration now) {
    if (line == null || line.isEnding()) {
      return;
    }
    note(now, "{0}: {1}", line.id(), reason.text());
    tally.ended(reason);
    line.end(reason, now);
    endMedia(line.id(), reason, now);
    frames.gone(line.id());
    perform(routes.gone(line.id(), now), now);
  }

  /// To be called a few times each second.
  void tick(Duration now) {
    perform(routes.tick(now), now);
    frames.tick(now);
    for (Line line : List.copyOf(lines.values())) {
      if (line.isToBeCut(now)) {
        line.cut();
      } else if (line.isSilent(keepAlive, now)) {
        tally.add(Count.SILENT);
        note(now, "{0}: silent", line.id());
        line.cut();
      } else if (line.isDeaf(keepAlive, now)) {
        tally.add(Count.DEAF);
        note(now, "{0}: deaf", line.id());
        line.cut();
      } else if (line.isUnprovenTooLong(keepAlive, now)) {
        end(line, ByeReason.NOT_PROVEN, now);
      } else if (line.isPingDue(keepAlive, now)) {
        line.ping(now);
      }
    }
  }

  /// The relay is about to listen no more: all links go on.
  void stayAll() {
    lines.values().forEach(Line::stays);
  }

  /// Ends the links of one side, of all households: each is told after how long to come again, the
  /// one later than the other, so that they do not come together. Media links end with their
  /// control links.
  ///
  /// @param isHomes those of homes; else those of devices and newcomers
  /// @param spread between the first and the last
  void endFor(boolean isHomes, Duration pause, Duration spread, Duration now) {
    var leaving =
        lines.values().stream()
            .filter(line -> line.endpoint().isControl() && !line.isEnding())
            .filter(line -> line.endpoint().isForHomes() == isHomes)
            .toList();
    for (int i = 0; i < leaving.size(); i++) {
      var line = leaving.get(i);
      note(now, "{0}: {1}", line.id(), "back-soon");
      line.endFor(pause.plus(spread.multipliedBy(i).dividedBy(leaving.size())), now);
      endMedia(line.id(), ByeReason.GOING_AWAY, now);
      perform(routes.gone(line.id(), now), now);
    }
  }

  /// How many control links of one side there are.
  long controlLines(boolean isHomes) {
    return lines.values().stream()
        .filter(line -> line.endpoint().isControl() && line.endpoint().isForHomes() == isHomes)
        .count();
  }

  /// Says goodbye to all that are left.
  void endAll(Duration now) {
    for (Line line : List.copyOf(lines.values())) {
      line.end(ByeReason.GOING_AWAY, now);
    }
  }

  private void tell(LinkId link, String text) {
    var line = lines.get(link);
    if (line != null) {
      line.tell(text);
    }
  }

  private void endMedia(LinkId control, ByeReason reason, Duration now) {
    var media = mediaOf.remove(control);
    if (media != null) {
      controlOf.remove(media.id());
      frames.gone(media.id());
      media.end(reason, now);
    }
  }
}
