package io.mashrabiya.home.authority;

import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The only authority on who may look into this household.
///
/// Guarantee: a session opens only for a member, for a camera of this household, on a fresh request
/// that was never answered before; none outlives its lease or its device; a struck device is never
/// a member again. Until rights come, every member may do everything.
///
/// Signatures are checked before: whoever calls vouches that the named device wrote the request.
/// Not thread-safe; one thread at a time asks, with times that never go back.
public final class Authority {
  private final HomeCertificate certificate;
  private Set<CameraId> cameras;
  private final TrackChoice tracks;
  private final RequestGate gate;
  private final Leases leases = new Leases();
  private final Invites invites = new Invites();
  private Roster roster;

  /// @param tracks knows how the household's cameras encode
  /// @param start the home's clock now; requests from before are refused
  public Authority(
      HomeCertificate certificate,
      Set<CameraId> cameras,
      TrackChoice tracks,
      Roster roster,
      Instant start) {
    this.certificate = certificate;
    this.cameras = Set.copyOf(cameras);
    this.tracks = tracks;
    this.roster = roster;
    this.gate = new RequestGate(start);
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
    if (roster.behind()) {
      return new Ruling.Refuse(RefusedReason.BEHIND);
    }
    roster = roster.seen(member, now);
    return switch (request) {
      case Request.Open open -> open(device, open, hash, now);
      case Request.Beat beat -> beat(device, beat, now);
      case Request.Close close -> close(device, close);
      case Request.Household household -> new Ruling.Describe();
      case Request.Remove remove -> remove(remove, now);
      case Request.Report report -> new Ruling.Note(report);
      case Request.Newer newer -> newer(newer);
    };
  }

  private Ruling open(DeviceId device, Request.Open open, RequestHash hash, Instant now) {
    if (open.memberList().isNewerThan(version())) {
      return new Ruling.Refuse(RefusedReason.BEHIND);
    }
    if (!cameras.contains(open.camera())) {
      return new Ruling.Refuse(RefusedReason.NO_SUCH_CAMERA);
    }
    Track track = tracks.choose(open.camera(), open.purpose(), open.decode());
    return leases.open(hash, device, open.camera(), track, now)
        ? new Ruling.Open(open.camera(), track)
        : new Ruling.Refuse(RefusedReason.BUSY);
  }

  private Ruling beat(DeviceId device, Request.Beat beat, Instant now) {
    return leases
        .renew(beat.sessions(), device, beat.number(), now)
        .<Ruling>map(renewal -> new Ruling.Vouch(renewal.cameras(), renewal.unknown()))
        .orElseGet(() -> new Ruling.Refuse(RefusedReason.REPLAYED));
  }

  private Ruling close(DeviceId device, Request.Close close) {
    leases.close(close.session(), device);
    return new Ruling.Close();
  }

  private Ruling remove(Request.Remove remove, Instant now) {
    Member struck = roster.members().get(remove.device());
    if (struck == null) {
      return new Ruling.Refuse(RefusedReason.NO_SUCH_DEVICE);
    }
    roster = roster.without(struck, now);
    leases.endAllOf(struck.device());
    gate.forget(struck.device());
    return new Ruling.Strike(struck);
  }

  /// Only a list that this very home signed, under this certificate, shows that it has forgotten
  /// something: a newer one, or another one of the same version, from before this copy went its own
  /// way. Anything else is a rumour.
  private Ruling newer(Request.Newer newer) {
    try {
      return MemberList.verify(newer.memberList(), certificate)
          .filter(this::wasForgotten)
          .<Ruling>map(this::standBack)
          .orElseGet(() -> new Ruling.Refuse(RefusedReason.NOT_ALLOWED));
    } catch (Malformed e) {
      return new Ruling.Refuse(RefusedReason.MALFORMED);
    }
  }

  private Ruling standBack(MemberList shown) {
    roster = roster.fallenBehind();
    leases.endAll();
    return new Ruling.StandBack(shown);
  }

  private boolean wasForgotten(MemberList list) {
    return list.version().isNewerThan(version())
        || (list.version().equals(version()) && !list.members().equals(roster.keys()));
  }

  public Version version() {
    return new Version(certificate.serial(), roster.version());
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
      invites.failed(id, now);
      return new Enrolment.Refused();
    }
    EnrolRequest request = opened.get();
    DeviceId device = DeviceId.of(certificate.household(), request.sign());
    boolean welcome = !roster.behind() && !roster.struck().containsKey(device);
    if (!welcome || !invites.take(id, device, now)) {
      return new Enrolment.Refused();
    }
    Member member = roster.members().get(device);
    if (member != null) {
      return member.kem().equals(request.kem())
          ? new Enrolment.Again(member)
          : new Enrolment.Refused();
    }
    return roster.members().size() < Roster.MAX_MEMBERS
        ? admit(new Member(device, request.sign(), request.kem(), request.name(), now, now))
        : new Enrolment.Refused();
  }

  private Enrolment admit(Member member) {
    roster = roster.with(member);
    return new Enrolment.Admitted(member);
  }

  public boolean stands(InviteId id, Instant now) {
    return invites.stands(id, now);
  }

  /// The invites to tell the relay of, and how long each is good for yet.
  public Map<InviteId, Duration> invites(Instant now) {
    return invites.standing(now);
  }

  /// The cameras that somebody holds a lease on, each with its tracks.
  public Map<CameraId, Set<Track>> leased(Instant now) {
    return leases.tracks(now);
  }

  /// These are the household's cameras from now on; sessions with others end.
  public void cameras(Set<CameraId> now) {
    cameras = Set.copyOf(now);
    leases.keepOnly(cameras);
  }

  /// The clock leapt (the machine slept): every session ends, and no request from before counts.
  public void restart(Instant now) {
    leases.endAll();
    gate.restart(now);
  }
}
