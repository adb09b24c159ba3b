package io.mashrabiya.relay.route;

import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The links of those who named an invite and want into a household: a few at a time, for a while
/// each. All that they can do is speak with the home about joining, and hear its answer.
final class Newcomers {
  private final Supplier<RouteLimits> limits;
  private final Tally tally;
  private final Invites invites;
  private final Map<LinkId, Duration> until = new LinkedHashMap<>();

  Newcomers(Supplier<RouteLimits> limits, Tally tally) {
    this.limits = limits;
    this.tally = tally;
    invites = new Invites(limits);
  }

  void invited(HomeSays.Invite said, Duration now) {
    invites.register(said.invite(), said.seconds(), now);
  }

  void uninvited(HomeSays.Uninvite said) {
    invites.withdraw(said.invite());
  }

  /// @param home the certificate of the home, if that is linked
  List<Deed> arrives(LinkId link, InviteId invite, Optional<HomeCertificate> home, Duration now) {
    if (home.isEmpty()) {
      return refuse(link, ByeReason.HOME_UNKNOWN);
    }
    if (!invites.isValid(invite, now)) {
      return refuse(link, ByeReason.NO_SUCH_INVITE);
    }
    if (until.size() >= limits.get().newcomersPerHousehold()) {
      return refuse(link, ByeReason.TOO_MUCH);
    }
    until.put(link, now.plus(limits.get().newcomerStay()));
    tally.add(Count.NEWCOMERS_WELCOMED);
    return List.of(
        new Deed.TellDevice(link, new DeviceHears.InviteWelcome(home.get().statement())));
  }

  private List<Deed> refuse(LinkId link, ByeReason reason) {
    tally.add(Count.NEWCOMERS_REFUSED);
    return List.of(new Deed.End(link, reason));
  }

  /// @param home the home's link, if it is there
  List<Deed> says(LinkId link, InviteId invite, DeviceSays message, Optional<LinkId> home)
      throws Malformed {
    if (!(message instanceof DeviceSays.Enrol enrol)) {
      throw new Malformed("control.type", 0);
    }
    var heard = new HomeHears.Enrol(invite, link.number(), enrol.message());
    return home.<List<Deed>>map(to -> List.of(new Deed.TellHome(to, heard))).orElse(List.of());
  }

  /// The home answers one of them.
  List<Deed> answered(HomeSays.Enrolled said) {
    var answer = new DeviceHears.Enrolled(said.answer());
    return until.keySet().stream()
        .filter(link -> link.number() == said.link())
        .<Deed>map(link -> new Deed.TellDevice(link, answer))
        .toList();
  }

  void gone(LinkId link) {
    until.remove(link);
  }

  /// What they said to the home is lost with its link: they have to begin again.
  List<Deed> homeLeft() {
    var left = List.copyOf(until.keySet());
    until.clear();
    return left.stream().<Deed>map(link -> new Deed.End(link, ByeReason.HOME_UNKNOWN)).toList();
  }

  List<Deed> tick(Duration now) {
    List<Deed> deeds = new ArrayList<>();
    until
        .entrySet()
        .removeIf(entry -> {
          boolean isLate = now.compareTo(entry.getValue()) >= 0;
          if (isLate) {
            deeds.add(new Deed.End(entry.getKey(), ByeReason.NO_SUCH_INVITE));
          }
          return isLate;
        });
    return deeds;
  }

  List<LinkId> links() {
    return List.copyOf(until.keySet());
  }

  boolean isEmpty() {
    return until.isEmpty();
  }
}
