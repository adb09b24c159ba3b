package io.mashrabiya.home.authority;

import io.mashrabiya.home.ladder.Looker;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.InviteEntry;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.Closure;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The only authority on who may look into this household.
///
/// Guarantee: a session opens only for a member, at an hour and for a camera and purpose that its
/// rights name, while the camera is closed to nobody, on a fresh request that was never answered
/// before; none outlives its lease, its device, its right, its hours or the closing of its camera;
/// a struck device is never a member again; only who manages changes who may look, and a household
/// with members always has one who does.
///
/// Signatures are checked before: whoever calls vouches that the named device wrote the request.
/// Not thread-safe; one thread at a time asks, with times that never go back.
public final class Authority {
  private final HomeCertificate certificate;
  private final TrackChoice tracks;
  private final RequestGate gate;
  private final Leases leases = new Leases();
  private final Invites invites = new Invites();
  private Roster roster;
  private House house;
  private Access access;

  /// @param tracks knows how the household's cameras encode
  /// @param wall where the home's clock hangs: what the hours of a week are meant by
  /// @param start the home's clock now; requests from before are refused
  public Authority(
      HomeCertificate certificate,
      Set<CameraId> cameras,
      TrackChoice tracks,
      Roster roster,
      HousePrivacy privacy,
      ZoneId wall,
      Instant start) {
    this.certificate = certificate;
    this.tracks = tracks;
    this.roster = roster;
    this.house = new House(cameras, privacy, wall);
    this.gate = new RequestGate(start);
    this.access = Access.of(roster, house, start);
  }

  /// How much it remembers, which no device can make it exceed.
  ///
  /// @param nonces at most [RequestGate#MAX_NONCES_PER_DEVICE] for each member
  /// @param sessions at most [Leases#MAX_PER_DEVICE] for each member
  /// @param invites at most [Invites#MAX_STANDING]
  record Memory(int nonces, int sessions, int invites) {}

  Memory memory() {
    return new Memory(gate.nonces(), leases.count(), invites.count());
  }

  public Roster roster() {
    return roster;
  }

  public HousePrivacy privacy() {
    return house.privacy();
  }

  /// Where the home's clock hangs.
  public ZoneId wall() {
    return house.wall();
  }

  /// Who may see and hear what, as it was last settled.
  public Access access() {
    return access;
  }

  /// Why the camera is closed to everybody; empty while it is open.
  public Optional<Closure> closure(CameraId camera, Instant now) {
    return house.closure(camera, now);
  }

  /// Brings who may look up to the moment: a guest whose time is over leaves for good, and sessions
  /// end that are allowed no more. To be asked before anything is ruled.
  ///
  /// @return whether anybody may see or hear something else than before: then what was ruled is to
  ///   be carried through as after [Ruling.Change]
  public boolean settle(Instant now) {
    for (Member member : List.copyOf(roster.members().values())) {
      if (member.terms().areOver(now)) {
        strike(member, now);
      }
    }
    Access due = Access.of(roster, house, now);
    boolean changed = !due.equals(access);
    access = due;
    leases.keepOnly(access);
    return changed;
  }

  /// Rules on a request that `device`, a known one, has signed.
  ///
  /// @param hash names the request, and the session that it may open
  public Ruling rule(DeviceId device, Request request, RequestHash hash, Instant now) {
    Member member = roster.members().get(device);
    if (member == null) {
      return new Ruling.Refuse(RefusedReason.REMOVED);
    }
    Optional<RefusedReason> stopped = gate.check(device, request, now);
    if (stopped.isPresent()) {
      return new Ruling.Refuse(stopped.get());
    }
    if (request instanceof Request.Newer newer) {
      return newer(newer);
    }
    if (roster.behind() || !isUpTo(request.stamp().held())) {
      return new Ruling.Refuse(RefusedReason.BEHIND);
    }
    roster = roster.seen(member, now);
    return switch (request) {
      case Request.Open open -> open(member, open, hash, now);
      case Request.Beat beat -> beat(device, beat, now);
      case Request.Close close -> close(device, close);
      case Request.Household household -> new Ruling.Describe();
      case Request.Report report -> new Ruling.Note(report);
      case Request.Newer newer -> newer(newer);
      case Manage manage -> manage(member, manage, now);
    };
  }

  private Ruling open(Member member, Request.Open open, RequestHash hash, Instant now) {
    Optional<RefusedReason> refused = refusal(member, open);
    if (refused.isPresent()) {
      return new Ruling.Refuse(refused.get());
    }
    Track track = tracks.choose(member.device(), open, leases.lookers(now));
    Looker looker = new Looker(member.device(), open.camera(), track, open.decode(), open.wish());
    return leases.open(hash, looker, now)
        ? new Ruling.Open(open.camera(), track)
        : new Ruling.Refuse(RefusedReason.BUSY);
  }

  /// A camera at which a device never has any right is none that it knows of.
  private Optional<RefusedReason> refusal(Member member, Request.Open open) {
    Set<Right> ever = member.terms().rights().at(open.camera());
    Right needed =
        switch (open.purpose()) {
          case VIEW -> Right.VIEW;
          case LISTEN -> Right.LISTEN;
        };
    if (!house.cameras().contains(open.camera()) || ever.isEmpty()) {
      return Optional.of(RefusedReason.NO_SUCH_CAMERA);
    }
    if (!ever.contains(needed)) {
      return Optional.of(RefusedReason.NOT_ALLOWED);
    }
    if (!access.present().containsKey(member.device())) {
      return Optional.of(RefusedReason.NOT_NOW);
    }
    return access.open().contains(open.camera())
        ? Optional.empty()
        : Optional.of(RefusedReason.PRIVATE);
  }

  private Ruling beat(DeviceId device, Request.Beat beat, Instant now) {
    return leases
        .renew(beat, device, now)
        .<Ruling>map(renewal ->
            new Ruling.Vouch(
                renewal.cameras(),
                renewal.unknown(),
                tracks.anew(leases.lookers(now), device, now)))
        .orElseGet(() -> new Ruling.Refuse(RefusedReason.REPLAYED));
  }

  private Ruling close(DeviceId device, Request.Close close) {
    leases.close(close.session(), device);
    return new Ruling.Close();
  }

  private Ruling manage(Member by, Manage manage, Instant now) {
    Management management = new Management(roster, house, invites.entries(now));
    return switch (management.rule(by, manage, now)) {
      case Management.Refused(RefusedReason reason) -> new Ruling.Refuse(reason);
      case Management.Struck(Member member) -> {
        strike(member, now);
        settle(now);
        yield new Ruling.Strike(member);
      }
      case Management.Gone() -> new Ruling.Confirm();
      case Management.Changed(Roster members, HousePrivacy privacy) -> {
        roster = members;
        house = house.withPrivacy(privacy);
        settle(now);
        yield new Ruling.Change();
      }
      case Management.Invited(InviteTerms terms) -> new Ruling.Invite(terms);
      case Management.Uninvited(InviteId invite) ->
          invites.withdraw(invite, now)
              ? new Ruling.Uninvite(invite)
              : new Ruling.Refuse(RefusedReason.NO_SUCH_INVITE);
    };
  }

  private void strike(Member member, Instant now) {
    roster = roster.without(member, now);
    gate.forget(member.device());
  }

  /// Only a list that this very home signed, under this certificate, shows that it has forgotten
  /// something: a newer one, or one of another past than its own, from before this copy went its
  /// own way. Anything else is a rumour.
  private Ruling newer(Request.Newer newer) {
    try {
      return MemberList.verify(newer.memberList(), certificate)
          .filter(list -> !isUpTo(list.edition()))
          .<Ruling>map(this::standBack)
          .orElseGet(() -> new Ruling.Refuse(RefusedReason.NOT_ALLOWED));
    } catch (Malformed e) {
      return new Ruling.Refuse(RefusedReason.MALFORMED);
    }
  }

  /// A device that holds a newer list of this home's, or one that was ruled at another time, knows
  /// of a ruling that was forgotten here. Lists of an older certificate say nothing.
  @Check
  private boolean isUpTo(Edition held) {
    long serial = held.version().serial();
    return serial < certificate.serial()
        || (serial == certificate.serial() && roster.editions().include(held));
  }

  private Ruling standBack(MemberList shown) {
    roster = roster.fallenBehind();
    leases.endAll();
    return new Ruling.StandBack(shown);
  }

  /// The newest member list.
  public Edition edition() {
    Editions editions = roster.editions();
    return new Edition(new Version(certificate.serial(), editions.version()), editions.newest());
  }

  /// Whether one more invite on these terms can still be told of to those who manage.
  public boolean fits(InviteTerms terms, Instant now) {
    return new Management(roster, house, invites.entries(now))
        .fits(terms.terms(), terms.goodFor(), now);
  }

  /// Lets an invite out into the world.
  public void invite(InviteId id, InviteTerms terms, Instant now) {
    invites.issue(id, terms, now);
  }

  /// Rules on a newcomer.
  ///
  /// @param opened what it said of itself; empty when its message did not open
  public Enrolment enrol(InviteId id, Optional<EnrolRequest> opened, Instant now) {
    if (opened.isEmpty()) {
      invites.failed(id);
      return new Enrolment.Refused();
    }
    EnrolRequest request = opened.get();
    DeviceId device = DeviceId.of(certificate.household(), request.sign());
    if (roster.behind() || roster.struck().containsKey(device)) {
      return new Enrolment.Refused();
    }
    Optional<InviteTerms> taken = invites.take(id, device, now);
    if (taken.isEmpty()) {
      return new Enrolment.Refused();
    }
    Member member = roster.members().get(device);
    if (member != null) {
      return member.kem().equals(request.kem())
          ? new Enrolment.Again(member)
          : new Enrolment.Refused();
    }
    return admit(
        new Member(
            device, request.sign(), request.kem(), request.name(), now, now, taken.get().terms()),
        taken.get().replaces(),
        now);
  }

  private Enrolment admit(Member member, Optional<DeviceId> replaces, Instant now) {
    Optional<Member> left = replaces.map(old -> roster.members().get(old));
    Roster more = left.map(old -> roster.without(old, now)).orElse(roster).with(member, now);
    if (more.members().size() > Roster.MAX_MEMBERS
        || !more.isManaged()
        || !Description.fits(more, house, invites.entries(now))) {
      return new Enrolment.Refused();
    }
    left.ifPresent(old -> gate.forget(old.device()));
    roster = more;
    settle(now);
    return new Enrolment.Admitted(member);
  }

  public boolean stands(InviteId id, Instant now) {
    return invites.stands(id, now);
  }

  /// The invites to tell the relay of, and how long each is good for yet.
  public Map<InviteId, Duration> invites(Instant now) {
    return invites.standing(now);
  }

  /// The invites that wait for their device, for those who manage.
  public List<InviteEntry> inviteEntries(Instant now) {
    return invites.entries(now);
  }

  /// The cameras that somebody holds a lease on, each with its tracks.
  public Map<CameraId, Set<Track>> leased(Instant now) {
    return leases.tracks(now);
  }

  /// These are the household's cameras from now on; sessions with others end.
  public void cameras(Set<CameraId> cameras, Instant now) {
    house = house.withCameras(cameras);
    settle(now);
  }

  /// The clock leapt (the machine slept): every session ends, and no request from before counts.
  public void restart(Instant now) {
    leases.endAll();
    gate.restart(now);
  }
}
