package io.mashrabiya.proof.world;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.admit.Gate;
import io.mashrabiya.relay.admit.HomeAdmission;
import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.SealedCache;
import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.route.Audience;
import io.mashrabiya.relay.route.Deed;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.relay.route.Party;
import io.mashrabiya.relay.route.RouteLimits;
import io.mashrabiya.relay.route.Routes;
import io.mashrabiya.relay.route.StillPolicy;
import io.mashrabiya.relay.route.Viewer;
import io.mashrabiya.relay.route.ViewerLimits;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The honest part of the middle: the machines that decide in a real relay, between links of this
/// world in place of sockets.
final class Relay {
  static final Origin ORIGIN = new Origin("https://relay.example");

  private final Timeline time;
  private final Chance chance;
  private final Tally tally = new Tally();
  private final Gate gate = new Gate(ORIGIN, new HomeAdmission(Admission.open(), Register.EMPTY));
  private final Routes routes;
  private final Rollout rollout;
  private final SealedCache cache;
  private final Audience audience;
  private final BiConsumer<Hop, Message> says;
  private final BiConsumer<Hop, ByeReason> ends;
  private final Map<LinkId, Seat> seats = new HashMap<>();

  /// What the relay knows of a link.
  private static final class Seat {
    private final Hop hop;
    private final Challenge asked;
    private boolean isProven;
    private Optional<HouseholdId> household = Optional.empty();
    private Optional<Viewer> viewer = Optional.empty();
    private long frames;

    Seat(Hop hop, Challenge asked) {
      this.hop = hop;
      this.asked = asked;
    }
  }

  /// @param rollout of the relay before it, too
  /// @param says takes what the relay says to a party
  /// @param ends takes what the relay ends
  Relay(
      Timeline time,
      Chance chance,
      Rollout rollout,
      Stage stage,
      BiConsumer<Hop, Message> says,
      BiConsumer<Hop, ByeReason> ends) {
    this.time = time;
    this.chance = chance;
    this.rollout = rollout;
    var parts = stage.parts(rollout, tally);
    cache = parts.cache();
    audience = parts.audience();
    this.says = says;
    this.ends = ends;
    routes = new Routes(RouteLimits.DEFAULT, () -> new Ticket(random(Ticket.SIZE_BYTES)), tally);
  }

  private byte[] random(int sizeBytes) {
    byte[] bytes = new byte[sizeBytes];
    chance.fill(bytes);
    return bytes;
  }

  void opened(Hop hop) {
    var seat = new Seat(hop, new Challenge(random(Challenge.SIZE_BYTES)));
    seats.put(hop.link(), seat);
    switch (hop.door()) {
      case HOME -> tell(hop, new HomeHears.Ask(seat.asked, ORIGIN).text());
      case DEVICE -> tell(hop, new DeviceHears.Ask(seat.asked, ORIGIN).text());
      case HOME_MEDIA, DEVICE_MEDIA -> {}
    }
  }

  void closed(Hop hop) {
    Seat seat = seats.remove(hop.link());
    if (seat != null) {
      seat.viewer.ifPresent(
          viewer -> viewer.streams().forEach(stream -> audience.leave(hop.link(), stream)));
      perform(routes.gone(hop.link(), time.now()));
    }
  }

  void tick() {
    perform(routes.tick(time.now()));
  }

  /// A party said something.
  void hears(Hop hop, Message message) {
    Seat seat = seats.get(hop.link());
    if (seat == null) {
      return;
    }
    try {
      switch (message) {
        case Message.Text(String text) when hop.door() == Door.HOME ->
            home(seat, HomeSays.parse(text));
        case Message.Text(String text) when hop.door() == Door.DEVICE ->
            device(seat, DeviceSays.parse(text));
        case Message.Bytes(byte[] bytes) when !hop.door().isControl() -> media(seat, bytes);
        default -> end(hop, ByeReason.MALFORMED);
      }
    } catch (Malformed e) {
      end(hop, ByeReason.MALFORMED);
    }
  }

  private void home(Seat seat, HomeSays said) throws Malformed {
    LinkId link = seat.hop.link();
    if (seat.isProven) {
      perform(routes.homeSays(link, said, time.now()));
    } else if (said instanceof HomeSays.HomeHello hello) {
      switch (gate.home(hello, Optional.empty(), seat.asked, time.wall())) {
        case Gate.Verdict.Proven<HomeCertificate>(HomeCertificate certificate) -> {
          seat.isProven = true;
          perform(routes.homeArrives(link, certificate, time.now()));
        }
        case Gate.Verdict.Refused<HomeCertificate>(ByeReason reason) -> end(seat.hop, reason);
      }
    }
  }

  private void device(Seat seat, DeviceSays said) throws Malformed {
    LinkId link = seat.hop.link();
    if (seat.isProven) {
      perform(routes.deviceSays(link, said, time.now()));
      return;
    }
    switch (said) {
      case DeviceSays.DeviceHello hello -> {
        var members = routes.members(hello.proof().household());
        switch (gate.device(hello, seat.asked, members)) {
          case Gate.Verdict.Proven<Gate.Member>(Gate.Member who) -> {
            seat.isProven = true;
            perform(routes.deviceArrives(link, who.household(), who.device(), time.now()));
          }
          case Gate.Verdict.Refused<Gate.Member>(ByeReason reason) -> end(seat.hop, reason);
        }
      }
      case DeviceSays.InviteHello hello -> {
        seat.isProven = true;
        perform(routes.newcomerArrives(link, hello.household(), hello.invite(), time.now()));
      }
      default -> throw new Malformed("control.type", 0);
    }
  }

  private void media(Seat seat, byte[] bytes) throws Malformed {
    MediaMessage said = MediaMessage.parse(bytes);
    if (seat.household.isEmpty()) {
      redeem(seat, said);
      return;
    }
    HouseholdId own = seat.household.get();
    switch (said) {
      case MediaMessage.Frame frame when seat.hop.door() == Door.HOME_MEDIA ->
          take(seat, own, Parcel.of(frame, bytes));
      case MediaMessage.Subscribe(var camera, var kid, long first) when seat.viewer.isPresent() -> {
        var stream = new StreamId(own, camera, kid.track());
        if (seat.viewer.get().subscribe(stream, kid, first)) {
          audience.join(seat.hop.link(), stream);
          cache.newest(stream).forEach(parcel -> offer(seat, stream, parcel));
        }
      }
      case MediaMessage.Unsubscribe(var camera, var track) when seat.viewer.isPresent() -> {
        var stream = new StreamId(own, camera, track);
        seat.viewer.get().unsubscribe(stream);
        audience.leave(seat.hop.link(), stream);
      }
      case MediaMessage.Acknowledgement got when seat.viewer.isPresent() -> {
        Viewer viewer = seat.viewer.get();
        viewer
            .acknowledge(got, time.now())
            .ifPresent(next -> next.forEach(parcel -> send(seat, parcel)));
        viewer
            .news(time.now())
            .ifPresent(bits -> says.accept(seat.hop, Message.of(new MediaMessage.Carries(bits))));
      }
      default -> throw new Malformed("media.type", 0);
    }
  }

  private void redeem(Seat seat, MediaMessage said) throws Malformed {
    if (!(said instanceof MediaMessage.Ticket(var ticket))) {
      throw new Malformed("media.type", 0);
    }
    Optional<Party> party = routes.redeem(ticket, time.now()).flatMap(routes::party);
    switch (party.orElse(null)) {
      case Party.Home(HouseholdId own) when seat.hop.door() == Door.HOME_MEDIA ->
          seat.household = Optional.of(own);
      case Party.Device(HouseholdId own, var device) when seat.hop.door() == Door.DEVICE_MEDIA -> {
        seat.household = Optional.of(own);
        seat.viewer = Optional.of(new Viewer(ViewerLimits.DEFAULT, () -> stillPolicy(own), tally));
      }
      case null, default -> end(seat.hop, ByeReason.NOT_PROVEN);
    }
  }

  private StillPolicy stillPolicy(HouseholdId household) {
    return rollout.isIn(Change.POOR_LINE_STILLS, household) ? StillPolicy.ON : StillPolicy.OFF;
  }

  /// A change has reached another share.
  void turns() {
    seats.values().forEach(seat -> seat.viewer.ifPresent(viewer -> viewer.turns(cache::newest)));
  }

  private void take(Seat from, HouseholdId household, Parcel parcel) {
    var stream = new StreamId(household, parcel.camera(), parcel.kid().track());
    if (cache.offer(stream, parcel).isTaken()) {
      for (var delivery : audience.deliveries(stream, parcel)) {
        Seat seat = seats.get(delivery.link());
        if (seat != null) {
          offer(seat, delivery.stream(), delivery.parcel());
        }
      }
    }
    from.frames++;
    says.accept(from.hop, Message.of(new MediaMessage.Acknowledgement(from.frames)));
  }

  private void offer(Seat seat, StreamId stream, Parcel parcel) {
    if (seat.viewer.orElseThrow().offer(stream, parcel, time.now())) {
      send(seat, parcel);
    }
  }

  private void send(Seat seat, Parcel parcel) {
    says.accept(seat.hop, new Message.Bytes(parcel.message()));
  }

  private void tell(Hop hop, String text) {
    says.accept(hop, new Message.Text(text));
  }

  private void tell(LinkId link, String text) {
    Seat seat = seats.get(link);
    if (seat != null) {
      tell(seat.hop, text);
    }
  }

  private void perform(List<Deed> deeds) {
    for (Deed deed : deeds) {
      switch (deed) {
        case Deed.TellHome(LinkId link, HomeHears message) -> tell(link, message.text());
        case Deed.TellDevice(LinkId link, DeviceHears message) -> tell(link, message.text());
        case Deed.TellKnown _ -> {}
        case Deed.Ping(LinkId link) -> perform(routes.heard(link, time.now())); // all are alive
        case Deed.End(LinkId link, ByeReason reason) -> {
          Seat seat = seats.get(link);
          if (seat != null) {
            end(seat.hop, reason);
          }
        }
        case Deed.Forget(HouseholdId household) -> cache.forget(household);
      }
    }
  }

  private void end(Hop hop, ByeReason reason) {
    if (hop.door().isControl()) {
      tell(hop, new DeviceHears.Bye(reason).text()); // homes and devices hear the same
    }
    ends.accept(hop, reason);
  }
}
