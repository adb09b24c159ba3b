package io.mashrabiya.home.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.ladder.Looker;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.ReportReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.letter.Wish;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.privacy.Privacy.Shutter;
import io.mashrabiya.wire.right.Hours;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Version;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// An authority under a script of whatever bytes: reads what happens next, lets it happen, and
/// keeps its own books to hold the authority's rulings against.
final class Besieged {
  /// What a step takes of the script.
  static final int STEP_BYTES = 8;

  private static final HouseholdKeys KEYS =
      HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_000));
  private static final HouseholdKeys OTHERS =
      HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_000));
  private static final Instant START = Instant.ofEpochSecond(1_000_000);

  /// The last one is of another household.
  private static final List<CameraId> CAMERAS =
      List.of(new CameraId(1, 1), new CameraId(2, 2), new CameraId(3, 3));

  private static final Set<CameraId> OWN_CAMERAS = Set.copyOf(CAMERAS.subList(0, 2));

  /// Ours from later, ours from the beginning, and another home's.
  private static final List<Statement> LISTS =
      List.of(list(KEYS, 1L << 40), list(KEYS, 0), list(OTHERS, 1L << 41));

  private static final Week HALF_OF_EACH_DAY =
      new Week(List.of(new Hours(EnumSet.allOf(DayOfWeek.class), 0, 12 * 60)));

  private static final int DEVICES = 8;
  private static final RequestHash FLOOD = RequestHash.of("flood");

  /// As for cameras in H.264, which every viewer decodes, on lines that carry all.
  static final TrackChoice MAIN_OR_SOUND =
      new TrackChoice() {
        @Override
        public Track choose(DeviceId device, Request.Open open, Map<RequestHash, Looker> all) {
          return open.purpose() == Purpose.LISTEN ? Track.SOUND : Track.MAIN;
        }

        @Override
        public List<RequestHash> anew(Map<RequestHash, Looker> all, DeviceId device, Instant now) {
          return List.of();
        }
      };

  private static final Purpose[] PURPOSES = Purpose.values();

  /// From a millisecond to eleven days.
  private static final long[] STEPS_MILLIS = {0, 1, 999, 5_000, 30_000, 60_000, 601_000, 1L << 30};

  private final Authority authority =
      new Authority(
          KEYS.certificate(),
          OWN_CAMERAS,
          MAIN_OR_SOUND,
          Roster.EMPTY,
          HousePrivacy.NONE,
          ZoneOffset.UTC,
          START);
  private final Books books = new Books(OWN_CAMERAS);
  private final List<Asked> asked = new ArrayList<>();
  private final Set<InviteId> invites = new HashSet<>();
  private final Map<InviteId, DeviceId> places = new HashMap<>();
  private Instant now = START;
  private Version version = authority.edition().version();

  /// A request and the name that its letter would have.
  private record Asked(DeviceId device, Request request, RequestHash hash) {}

  private static Statement list(HouseholdKeys keys, long number) {
    Version version = new Version(keys.certificate().serial(), number);
    return MemberList.issue(
            keys.household(),
            new Edition(version, Instant.EPOCH),
            new TreeMap<>(),
            keys.home().sign())
        .statement();
  }

  private static VerifyingKey key(int device) {
    byte[] bytes = new byte[VerifyingKey.SIZE_BYTES];
    bytes[0] = (byte) device;
    return new VerifyingKey(bytes);
  }

  private static DeviceId device(int chosen) {
    return DeviceId.of(KEYS.household(), key(chosen % DEVICES));
  }

  private static Nonce nonce(int number) {
    return new Nonce(new ByteWriter(Nonce.SIZE_BYTES).u64(0).u64(number).finish());
  }

  /// Lets happen what the next bytes say.
  void step(ByteReader script) throws Malformed {
    int what = script.u8() % 20;
    int who = script.u8();
    int first = script.u8();
    int second = script.u8();
    int nonce = script.u16();
    int time = script.u16();
    switch (what) {
      case 0 -> now = now.plusMillis(STEPS_MILLIS[first % STEPS_MILLIS.length]);
      case 1, 2 -> open(who, first, second, nonce, time);
      case 3, 4 -> ask(who, beat(first, second, nonce, time));
      case 5 ->
          ask(
              who,
              new Request.Close(new Stamp(nonce(nonce), time(time), Edition.NONE), session(first)));
      case 6 -> ask(who, new Request.Household(new Stamp(nonce(nonce), time(time), Edition.NONE)));
      case 7 ->
          ask(
              who,
              new Manage.Remove(new Stamp(nonce(nonce), time(time), Edition.NONE), device(first)));
      case 8 -> ask(who, report(first, second, nonce, time));
      case 9 ->
          ask(
              who,
              new Request.Newer(
                  new Stamp(nonce(nonce), time(time), Edition.NONE), LISTS.get(first % 3)));
      case 10 -> again(who, first, second);
      case 11 -> invite(first, second);
      case 12, 13 -> enrol(who, first, second);
      case 14 -> flood(who, 1 + first * 2);
      case 15 -> ask(who, setMember(first, second, nonce, time));
      case 16 -> ask(who, setPrivacy(first, second, nonce, time));
      case 17 -> ask(who, invite(first, second, nonce, time));
      case 18 ->
          ask(
              who,
              new Manage.Uninvite(
                  new Stamp(nonce(nonce), time(time), Edition.NONE), new InviteId(0, first)));
      default -> restart(first);
    }
  }

  private Instant time(int skew) {
    // Up to 33 s off in either direction, or far off.
    return skew == 0 ? Instant.EPOCH : now.plusMillis(skew - 32_768L);
  }

  private void open(int who, int camera, int list, int nonce, int time) throws Malformed {
    Version version = new Version(list % 2 == 0 ? 0 : KEYS.certificate().serial(), list);
    Edition claimed = new Edition(version, time(time));
    ask(
        who,
        new Request.Open(
            new Stamp(nonce(nonce), time(time), claimed),
            CAMERAS.get(camera % 3),
            PURPOSES[camera / 3 % 2],
            List.of("avc1"),
            Wish.ANY));
  }

  private Request beat(int first, int number, int nonce, int time) {
    List<RequestHash> sessions = new ArrayList<>();
    for (int i = 0; i < first % 5; i++) {
      sessions.add(session(first / 5 + i));
    }
    return new Request.Beat(new Stamp(nonce(nonce), time(time), Edition.NONE), number, sessions, 0);
  }

  private Request setMember(int device, int terms, int nonce, int time) {
    return new Manage.SetMember(
        new Stamp(nonce(nonce), time(time), Edition.NONE), device(device), "B", terms(terms));
  }

  private Request setPrivacy(int camera, int how, int nonce, int time) {
    return new Manage.SetPrivacy(
        new Stamp(nonce(nonce), time(time), Edition.NONE),
        camera % 4 == 3 ? Optional.empty() : Optional.of(CAMERAS.get(camera % 4)),
        how % 3 == 2 ? Optional.empty() : Optional.of(Shutter.values()[how % 3]),
        how / 3 % 2 == 0 ? Optional.empty() : Optional.of(now.plusSeconds(how)),
        how / 6 % 2 == 0 ? Week.EMPTY : HALF_OF_EACH_DAY);
  }

  private Request invite(int terms, int replaced, int nonce, int time) {
    return new Manage.Invite(
        new Stamp(nonce(nonce), time(time), Edition.NONE),
        Duration.ofSeconds(60 + terms),
        replaced % 3 == 0 ? Optional.of(device(replaced)) : Optional.empty(),
        terms(terms));
  }

  /// What a member may: everything, little, at times, or for a while.
  private Terms terms(int chosen) {
    Rights some = Rights.at(Set.of(CAMERAS.get(chosen / 6 % 3)), Set.of(Right.VIEW));
    return switch (chosen % 6) {
      case 0, 1 -> Terms.FULL;
      case 2 -> Terms.always(Rights.to(Set.of(Right.LISTEN)));
      case 3 -> Terms.always(some);
      case 4 -> new Terms(some, Optional.empty(), HALF_OF_EACH_DAY);
      default -> new Terms(Rights.to(Right.ALL), Optional.of(now.plusSeconds(chosen)), Week.EMPTY);
    };
  }

  /// One that was asked for, or one that never was.
  private RequestHash session(int chosen) {
    return chosen < asked.size()
        ? asked.get(asked.size() - 1 - chosen).hash()
        : RequestHash.of("never asked " + chosen);
  }

  private Request report(int camera, int reason, int nonce, int time) throws Malformed {
    ReportReason[] reasons = ReportReason.values();
    return new Request.Report(
        new Stamp(nonce(nonce), time(time), Edition.NONE),
        CAMERAS.get(camera % 3),
        Kid.of((1L + camera) * 16),
        nonce,
        reasons[reason % reasons.length]);
  }

  private void ask(int who, Request request) throws Malformed {
    Request decoded = Request.parse(request.typ(), request.bytes());
    assertThat(decoded).isEqualTo(request);
    Asked next = new Asked(device(who), decoded, RequestHash.of("letter " + asked.size()));
    asked.add(next);
    rule(next);
  }

  /// What was asked before, by the same device or, as it can only be with another hash, by another.
  private void again(int who, int chosen, int byAnother) {
    if (chosen < asked.size()) {
      Asked before = asked.get(asked.size() - 1 - chosen);
      if (byAnother % 2 == 0) {
        rule(before);
      } else {
        Asked next =
            new Asked(device(who), before.request(), RequestHash.of("letter " + asked.size()));
        asked.add(next);
        rule(next);
      }
    }
  }

  private void rule(Asked next) {
    settle();
    boolean belongs = authority.roster().members().containsKey(next.device());
    Ruling ruling = authority.rule(next.device(), next.request(), next.hash(), now);
    assertThat(ruling.equals(new Ruling.Refuse(RefusedReason.REMOVED))).isEqualTo(!belongs);
    books.ruled(next.device(), next.request(), next.hash(), ruling, now);
    if (ruling instanceof Ruling.Invite(InviteTerms terms)) {
      InviteId invite = new InviteId(0, asked.size() % 256);
      invites.add(invite);
      terms.replaces().ifPresentOrElse(old -> places.put(invite, old), () -> places.remove(invite));
      authority.invite(invite, terms, now);
    }
  }

  /// Says that something has changed exactly when it has.
  private void settle() {
    if (!authority.roster().behind()) {
      Access before = authority.access();
      boolean changed = authority.settle(now);
      assertThat(changed).isEqualTo(!authority.access().equals(before));
      books.settle(now);
    }
  }

  private void flood(int who, int requests) {
    for (int i = 0; i < requests; i++) {
      Request next =
          new Request.Household(
              new Stamp(nonce(1 << 20 | asked.size() << 10 | i), now, Edition.NONE));
      rule(new Asked(device(who), next, FLOOD));
    }
  }

  private void invite(int id, int terms) {
    InviteId invite = new InviteId(0, id);
    invites.add(invite);
    places.remove(invite);
    authority.invite(
        invite, terms % 2 == 0 ? InviteTerms.ONE_DEVICE : InviteTerms.DEMONSTRATION, now);
  }

  private void enrol(int who, int invite, int kem) {
    InviteId id = new InviteId(0, invite);
    Optional<EnrolRequest> opened =
        kem % 4 == 3
            ? Optional.empty()
            : Optional.of(
                new EnrolRequest(
                    KEYS.household(), key(who % DEVICES), kemKey(kem % 4), "A", nonce(who), "a"));
    settle();
    boolean stood = invites.contains(id) && authority.stands(id, now);
    Enrolment enrolment = authority.enrol(id, opened, now);
    books.enrolled(device(who), enrolment, stood, Optional.ofNullable(places.get(id)));
  }

  private static KemKey kemKey(int number) {
    byte[] bytes = new byte[KemKey.SIZE_BYTES];
    bytes[0] = (byte) number;
    return new KemKey(bytes);
  }

  private void restart(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
    authority.restart(now);
    books.restarted();
  }

  /// Holds the authority against the books.
  void check() {
    settle();
    Roster roster = authority.roster();
    assertThat(authority.leased(now)).isEqualTo(books.leased(now));
    assertThat(roster.members().keySet()).isEqualTo(books.members());
    assertThat(roster.isManaged()).isTrue();
    assertThat(roster.struck().keySet()).isEqualTo(books.struck());
    assertThat(authority.edition().version().number() - version.number())
        .isEqualTo(books.changes());
    assertThat(roster.behind()).isEqualTo(books.isBehind());
    int members = roster.members().size();
    Authority.Memory memory = authority.memory();
    assertThat(memory.nonces()).isBetween(0, members * RequestGate.MAX_NONCES_PER_DEVICE);
    assertThat(memory.sessions()).isBetween(0, members * Leases.MAX_PER_DEVICE);
    assertThat(memory.invites()).isBetween(0, Invites.MAX_STANDING);
  }
}
