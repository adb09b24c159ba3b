package io.mashrabiya.home.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.privacy.Privacy;
import io.mashrabiya.wire.privacy.Privacy.Hand;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What must have become of the household by the rulings so far, kept without the authority's own
/// machines.
final class Books {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final Set<CameraId> cameras;
  private final Map<DeviceId, Terms> members = new HashMap<>();
  private final Set<DeviceId> struck = new TreeSet<>();
  private final Set<Done> done = new HashSet<>();
  private final Map<RequestHash, Session> sessions = new HashMap<>();
  private HousePrivacy privacy = HousePrivacy.NONE;
  private boolean behind;
  private long changes;

  /// A request that had an effect.
  private record Done(DeviceId device, Nonce nonce, Instant time) {}

  private record Session(
      DeviceId device, CameraId camera, Track track, Instant renewed, long number) {
    boolean holds(Instant now) {
      return !now.isAfter(renewed.plus(LEASE));
    }
  }

  Books(Set<CameraId> cameras) {
    this.cameras = cameras;
  }

  void ruled(DeviceId device, Request request, RequestHash hash, Ruling ruling, Instant now) {
    if (ruling instanceof Ruling.Refuse) {
      return;
    }
    assertThat(members).containsKey(device);
    assertThat(struck).doesNotContain(device);
    assertThat(Duration.between(request.stamp().time(), now).abs()).isLessThanOrEqualTo(LEASE);
    assertThat(done.add(new Done(device, request.stamp().nonce(), request.stamp().time())))
        .as("the first time that this request passes")
        .isTrue();
    assertThat(behind).isEqualTo(behind && ruling instanceof Ruling.StandBack);
    switch (ruling) {
      case Ruling.Refuse refuse -> throw new AssertionError("dealt with above");
      case Ruling.Open(CameraId camera, Track track) -> {
        assertThat(allowed(device, camera, track, now)).isTrue();
        sessions.put(hash, new Session(device, camera, track, now, -1));
      }
      case Ruling.Vouch(
              Set<CameraId> vouched,
              List<RequestHash> unknown,
              List<RequestHash> anew) -> {
        beat(device, (Request.Beat) request, vouched, unknown, now);
        assertThat(anew).as("no track is better than the one that there is").isEmpty();
      }
      case Ruling.Close() -> {
        RequestHash session = ((Request.Close) request).session();
        sessions.computeIfPresent(
            session, (same, held) -> held.device().equals(device) ? null : held);
      }
      case Ruling.Describe() -> assertThat(request).isInstanceOf(Request.Household.class);
      case Ruling.Strike(Member member) -> {
        assertThat(manages(device) || member.device().equals(device)).isTrue();
        strike(member.device());
      }
      case Ruling.Confirm() -> {
        assertThat(manages(device)).isTrue();
        assertThat(struck).contains(((Manage.Remove) request).device());
      }
      case Ruling.Change() -> {
        assertThat(manages(device)).isTrue();
        change(device, request, now);
      }
      case Ruling.Invite(InviteTerms terms) -> {
        assertThat(manages(device)).isTrue();
        assertThat(terms.terms()).isEqualTo(((Manage.Invite) request).terms());
      }
      case Ruling.Uninvite(InviteId invite) -> assertThat(manages(device)).isTrue();
      case Ruling.Note(Request.Report report) -> assertThat(report).isEqualTo(request);
      case Ruling.StandBack(var shown) -> {
        assertThat(shown.statement()).isEqualTo(((Request.Newer) request).memberList());
        behind = true;
        sessions.clear();
      }
    }
  }

  private boolean manages(DeviceId device) {
    return members.get(device) != null && members.get(device).rights().manage();
  }

  private boolean allowed(DeviceId device, CameraId camera, Track track, Instant now) {
    Terms terms = members.get(device);
    Right needed = track == Track.SOUND ? Right.LISTEN : Right.VIEW;
    return terms != null
        && cameras.contains(camera)
        && terms.hold(now, ZoneOffset.UTC)
        && terms.rights().at(camera).contains(needed)
        && privacy.at(camera, now, ZoneOffset.UTC).isEmpty();
  }

  private void change(DeviceId by, Request request, Instant now) {
    changes++;
    if (request instanceof Manage.SetMember asked) {
      assertThat(members.replace(asked.device(), asked.terms())).isNotNull();
    } else if (request instanceof Manage.SetPrivacy asked) {
      Optional<Hand> hand = asked.hand().map(shutter -> new Hand(shutter, now, asked.until(), "?"));
      Privacy changed = new Privacy(hand, asked.week());
      privacy =
          asked.camera().isPresent()
              ? privacy.with(asked.camera().get(), changed)
              : privacy.withHouse(changed);
    } else {
      throw new AssertionError("changes nothing: " + request);
    }
    settle(now);
  }

  /// A guest's time is over, an hour has struck: who may not look any more does not.
  void settle(Instant now) {
    List.copyOf(members.keySet()).stream()
        .filter(device -> members.get(device).areOver(now))
        .forEach(this::strike);
    sessions.values().removeIf(each -> !allowed(each.device(), each.camera(), each.track(), now));
  }

  private void beat(
      DeviceId device,
      Request.Beat beat,
      Set<CameraId> vouched,
      List<RequestHash> unknown,
      Instant now) {
    Set<CameraId> own = new HashSet<>();
    for (RequestHash name : Set.copyOf(beat.sessions())) {
      Session session = sessions.get(name);
      boolean isOwn = session != null && session.device().equals(device) && session.holds(now);
      assertThat(unknown.contains(name)).isEqualTo(!isOwn);
      if (isOwn) {
        own.add(session.camera());
        assertThat(beat.number()).isGreaterThan(session.number());
        sessions.put(
            name, new Session(device, session.camera(), session.track(), now, beat.number()));
      }
    }
    assertThat(vouched).isEqualTo(own);
  }

  private void strike(DeviceId device) {
    assertThat(members.remove(device)).isNotNull();
    struck.add(device);
    changes++;
    sessions.values().removeIf(session -> session.device().equals(device));
  }

  /// @param stood whether the invite was out
  /// @param replaced the device whose place it was for
  void enrolled(DeviceId device, Enrolment enrolment, boolean stood, Optional<DeviceId> replaced) {
    switch (enrolment) {
      case Enrolment.Refused() -> {}
      case Enrolment.Again(Member member) -> {
        assertThat(stood && !behind).isTrue();
        assertThat(members).containsKey(member.device());
      }
      case Enrolment.Admitted(Member member) -> {
        assertThat(stood && !behind).isTrue();
        assertThat(member.device()).isEqualTo(device);
        assertThat(struck).doesNotContain(device);
        replaced.filter(members::containsKey).ifPresent(this::strike);
        assertThat(members.put(device, member.terms())).isNull();
        changes++;
      }
    }
  }

  void restarted() {
    sessions.clear();
  }

  Map<CameraId, Set<Track>> leased(Instant now) {
    return sessions.values().stream()
        .filter(session -> session.holds(now))
        .collect(
            Collectors.groupingBy(
                Session::camera, Collectors.mapping(Session::track, Collectors.toSet())));
  }

  Set<DeviceId> members() {
    return members.keySet();
  }

  Set<DeviceId> struck() {
    return struck;
  }

  boolean isBehind() {
    return behind;
  }

  /// How often the members have changed.
  long changes() {
    return changes;
  }
}
