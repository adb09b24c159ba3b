package io.mashrabiya.home.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.hpke.X25519PrivateKey;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.letter.Wish;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Version;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HouseholdKeys KEYS =
      HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_000));
  private static final Instant START = Instant.ofEpochSecond(2_000);
  private static final CameraId DOOR = CameraId.random(RANDOM);
  private static final CameraId NURSERY = CameraId.random(RANDOM);
  private static final InviteId INVITE = new InviteId(1, 2);

  private Authority authority;
  private Instant now = START;
  private int questions;

  @BeforeEach
  void found() {
    authority =
        new Authority(
            KEYS.certificate(),
            Set.of(DOOR, NURSERY),
            Besieged.MAIN_OR_SOUND,
            Roster.EMPTY,
            HousePrivacy.NONE,
            ZoneOffset.UTC,
            START);
  }

  private static EnrolRequest newcomer(DeviceKeys keys, String name) {
    return new EnrolRequest(
        KEYS.household(),
        keys.sign().publicKey(),
        keys.kem().publicKey(),
        name,
        Nonce.random(RANDOM),
        "http://localhost:8080");
  }

  private Member enrolled(String name) {
    InviteId invite = new InviteId(RANDOM.nextLong(), RANDOM.nextLong());
    authority.invite(invite, InviteTerms.ONE_DEVICE, now);
    return switch (enrol(invite, newcomer(DeviceKeys.generate(), name))) {
      case Enrolment.Admitted(Member member) -> member;
      case Enrolment other -> throw new AssertionError("not admitted: " + other);
    };
  }

  private Enrolment enrol(InviteId invite, EnrolRequest request) {
    return authority.enrol(invite, Optional.of(request), now);
  }

  private RequestHash hash() {
    return RequestHash.of("question " + questions++);
  }

  private Ruling ask(Member member, Request request) {
    return authority.rule(member.device(), request, hash(), now);
  }

  private Request.Open open(CameraId camera) {
    return open(camera, Purpose.VIEW);
  }

  private Request.Open open(CameraId camera, Purpose purpose) {
    return new Request.Open(
        new Stamp(Nonce.random(RANDOM), now, Edition.NONE), camera, purpose, List.of(), Wish.ANY);
  }

  private Request.Beat beat(long number, RequestHash... sessions) {
    return new Request.Beat(
        new Stamp(Nonce.random(RANDOM), now, Edition.NONE), number, List.of(sessions), 0);
  }

  private RequestHash opened(Member member, CameraId camera) {
    RequestHash session = hash();
    assertThat(authority.rule(member.device(), open(camera), session, now))
        .isEqualTo(new Ruling.Open(camera, Track.MAIN));
    return session;
  }

  private static Ruling refuse(RefusedReason reason) {
    return new Ruling.Refuse(reason);
  }

  @Test
  void open_byAMember_leasesTheCamera() {
    opened(enrolled("Phone"), DOOR);
    assertThat(authority.leased(now)).isEqualTo(Map.of(DOOR, Set.of(Track.MAIN)));
  }

  @Test
  void open_toListen_leasesTheSoundAlone() {
    Member phone = enrolled("Phone");
    RequestHash listening = hash();
    assertThat(authority.rule(phone.device(), open(DOOR, Purpose.LISTEN), listening, now))
        .isEqualTo(new Ruling.Open(DOOR, Track.SOUND));
    assertThat(authority.leased(now)).isEqualTo(Map.of(DOOR, Set.of(Track.SOUND)));
    opened(phone, DOOR);
    assertThat(authority.leased(now)).isEqualTo(Map.of(DOOR, Set.of(Track.MAIN, Track.SOUND)));
    ask(phone, new Request.Close(new Stamp(Nonce.random(RANDOM), now, Edition.NONE), listening));
    assertThat(authority.leased(now)).isEqualTo(Map.of(DOOR, Set.of(Track.MAIN)));
  }

  @Test
  void open_cameraOfAnotherHousehold_isRefused() {
    assertThat(ask(enrolled("Phone"), open(CameraId.random(RANDOM))))
        .isEqualTo(refuse(RefusedReason.NO_SUCH_CAMERA));
    assertThat(authority.leased(now)).isEmpty();
  }

  @Test
  void open_allCamerasLookedAtAndListenedTo_areNotPutOff() {
    Member phone = enrolled("Phone");
    for (int i = 0; i < Answer.MAX_CAMERAS; i++) {
      opened(phone, DOOR);
      assertThat(ask(phone, open(DOOR, Purpose.LISTEN)))
          .isEqualTo(new Ruling.Open(DOOR, Track.SOUND));
    }
  }

  @Test
  void open_moreSessionsThanADeviceMayHave_isPutOff() {
    Member phone = enrolled("Phone");
    for (int i = 0; i < Leases.MAX_PER_DEVICE; i++) {
      opened(phone, DOOR);
    }
    assertThat(ask(phone, open(DOOR))).isEqualTo(refuse(RefusedReason.BUSY));
    assertThat(authority.memory().sessions()).isEqualTo(Leases.MAX_PER_DEVICE);
    opened(enrolled("Tablet"), DOOR); // others' sessions count for nothing
    now = now.plusSeconds(31);
    opened(phone, DOOR); // nor do those whose time is over
  }

  @Test
  void request_sentTwice_isRefusedTheSecondTime() {
    Member phone = enrolled("Phone");
    Request.Open request = open(DOOR);
    RequestHash hash = hash();
    authority.rule(phone.device(), request, hash, now);
    assertThat(authority.rule(phone.device(), request, hash, now))
        .isEqualTo(refuse(RefusedReason.REPLAYED));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 29, 30, 31, 59, 60, 61, 90, 3_600})
  void request_replayedAfterSeconds_neverPasses(long seconds) {
    Member phone = enrolled("Phone");
    now = now.plusSeconds(100);
    Request ahead =
        new Request.Household(
            new Stamp(Nonce.random(RANDOM), now.plus(RequestGate.TOLERANCE), Edition.NONE));
    assertThat(ask(phone, ahead)).isEqualTo(new Ruling.Describe());
    now = now.plusSeconds(seconds);
    assertThat(ask(phone, ahead)).isInstanceOf(Ruling.Refuse.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-31, 31, -3_600, 3_600})
  void request_clockOff_isRefused(long seconds) {
    Member phone = enrolled("Phone");
    now = now.plusSeconds(10_000);
    Request off =
        new Request.Household(
            new Stamp(Nonce.random(RANDOM), now.plusSeconds(seconds), Edition.NONE));
    assertThat(ask(phone, off)).isEqualTo(refuse(RefusedReason.CLOCK));
  }

  @ParameterizedTest
  @ValueSource(longs = {-30, -1, 0, 1, 30})
  void request_clockNearlyRight_passes(long seconds) {
    Member phone = enrolled("Phone");
    now = now.plusSeconds(10_000);
    Request near =
        new Request.Household(
            new Stamp(Nonce.random(RANDOM), now.plusSeconds(seconds), Edition.NONE));
    assertThat(ask(phone, near)).isEqualTo(new Ruling.Describe());
  }

  @Test
  void request_fromBeforeTheStart_isRefused() {
    Member phone = enrolled("Phone");
    Request old =
        new Request.Household(
            new Stamp(Nonce.random(RANDOM), START.minusNanos(1_000), Edition.NONE));
    assertThat(ask(phone, old)).isEqualTo(refuse(RefusedReason.CLOCK));
  }

  @Test
  void request_floodOfOneDevice_isPutOffAndOthersAreNot() {
    Member noisy = enrolled("Noisy");
    Member quiet = enrolled("Quiet");
    for (int i = 0; i < RequestGate.MAX_NONCES_PER_DEVICE; i++) {
      ask(noisy, new Request.Household(new Stamp(Nonce.random(RANDOM), now, Edition.NONE)));
    }
    assertThat(ask(noisy, open(DOOR))).isEqualTo(refuse(RefusedReason.BUSY));
    assertThat(ask(quiet, open(DOOR))).isEqualTo(new Ruling.Open(DOOR, Track.MAIN));
    now = now.plus(RequestGate.NONCES_KEPT).plusMillis(1);
    assertThat(ask(noisy, open(DOOR))).isEqualTo(new Ruling.Open(DOOR, Track.MAIN));
    assertThat(authority.memory().nonces()).isEqualTo(2);
  }

  @Test
  void lease_withoutBeat_endsAfterThirtySeconds() {
    opened(enrolled("Phone"), DOOR);
    now = now.plusSeconds(30);
    assertThat(authority.leased(now)).isEqualTo(Map.of(DOOR, Set.of(Track.MAIN)));
    now = now.plusMillis(1);
    assertThat(authority.leased(now)).isEmpty();
  }

  @Test
  void lease_withBeats_goesOn() {
    Member phone = enrolled("Phone");
    RequestHash session = opened(phone, DOOR);
    for (int i = 0; i < 10; i++) {
      now = now.plusSeconds(20);
      assertThat(ask(phone, beat(i, session)))
          .isEqualTo(new Ruling.Vouch(Set.of(DOOR), List.of(), List.of()));
    }
  }

  @Test
  void beat_afterTheLeaseHasEnded_renewsNothing() {
    Member phone = enrolled("Phone");
    RequestHash session = opened(phone, DOOR);
    now = now.plusSeconds(31);
    assertThat(ask(phone, beat(1, session)))
        .isEqualTo(new Ruling.Vouch(Set.of(), List.of(session), List.of()));
  }

  @Test
  void beat_ofAnUnknownSession_saysSo() {
    RequestHash unknown = RequestHash.of("never opened");
    assertThat(ask(enrolled("Phone"), beat(1, unknown)))
        .isEqualTo(new Ruling.Vouch(Set.of(), List.of(unknown), List.of()));
  }

  @Test
  void beat_forTheSessionOfAnotherDevice_renewsNothing() {
    RequestHash session = opened(enrolled("Phone"), DOOR);
    assertThat(ask(enrolled("Thief"), beat(1, session)))
        .isEqualTo(new Ruling.Vouch(Set.of(), List.of(session), List.of()));
  }

  @Test
  void beat_numberThatDoesNotRise_isRefused() {
    Member phone = enrolled("Phone");
    RequestHash session = opened(phone, DOOR);
    ask(phone, beat(7, session));
    assertThat(ask(phone, beat(7, session))).isEqualTo(refuse(RefusedReason.REPLAYED));
  }

  @Test
  void cameras_oneTakenAway_endsItsSessionsAndNoOther() {
    Member phone = enrolled("Phone");
    opened(phone, DOOR);
    opened(phone, NURSERY);
    authority.cameras(Set.of(NURSERY), now);
    assertThat(authority.leased(now)).isEqualTo(Map.of(NURSERY, Set.of(Track.MAIN)));
    assertThat(ask(phone, open(DOOR))).isEqualTo(refuse(RefusedReason.NO_SUCH_CAMERA));
  }

  @Test
  void close_ofOwnSession_endsTheLease() {
    Member phone = enrolled("Phone");
    RequestHash session = opened(phone, DOOR);
    ask(phone, new Request.Close(new Stamp(Nonce.random(RANDOM), now, Edition.NONE), session));
    assertThat(authority.leased(now)).isEmpty();
  }

  @Test
  void close_ofAnothersSession_endsNothing() {
    RequestHash session = opened(enrolled("Phone"), DOOR);
    ask(
        enrolled("Thief"),
        new Request.Close(new Stamp(Nonce.random(RANDOM), now, Edition.NONE), session));
    assertThat(authority.leased(now)).isEqualTo(Map.of(DOOR, Set.of(Track.MAIN)));
  }

  @Test
  void remove_ofADevice_endsItsSessionsAndIsRemembered() {
    Member phone = enrolled("Phone");
    Member lost = enrolled("Lost");
    opened(lost, NURSERY);
    opened(phone, DOOR);
    Version before = authority.edition().version();
    assertThat(
            ask(
                phone,
                new Manage.Remove(
                    new Stamp(Nonce.random(RANDOM), now, Edition.NONE), lost.device())))
        .isInstanceOf(Ruling.Strike.class);
    assertThat(authority.leased(now)).isEqualTo(Map.of(DOOR, Set.of(Track.MAIN)));
    assertThat(authority.edition().version().isNewerThan(before)).isTrue();
    assertThat(ask(lost, open(DOOR))).isEqualTo(refuse(RefusedReason.REMOVED));
    assertThat(authority.roster().known(lost.device())).isPresent();
    assertThat(authority.memory()).isEqualTo(new Authority.Memory(2, 1, 2));
  }

  @Test
  void remove_ofAStranger_isRefused() {
    Member phone = enrolled("Phone");
    var stranger = DeviceKeys.generate().idIn(KEYS.household());
    assertThat(
            ask(
                phone,
                new Manage.Remove(new Stamp(Nonce.random(RANDOM), now, Edition.NONE), stranger)))
        .isEqualTo(refuse(RefusedReason.NO_SUCH_DEVICE));
  }

  /// The home's word of it was lost on its way.
  @Test
  void remove_ofADeviceThatWasRemoved_isConfirmedAndChangesNothing() {
    Member phone = enrolled("Phone");
    Member lost = enrolled("Lost");
    ask(
        phone,
        new Manage.Remove(new Stamp(Nonce.random(RANDOM), now, Edition.NONE), lost.device()));
    Version before = authority.edition().version();
    assertThat(
            ask(
                phone,
                new Manage.Remove(
                    new Stamp(Nonce.random(RANDOM), now, Edition.NONE), lost.device())))
        .isEqualTo(new Ruling.Confirm());
    assertThat(authority.edition().version()).isEqualTo(before);
  }

  @Test
  void enrol_struckDeviceWithANewInvite_staysOut() {
    DeviceKeys keys = DeviceKeys.generate();
    Member phone = enrolled("Phone");
    authority.invite(INVITE, InviteTerms.ONE_DEVICE, now);
    enrol(INVITE, newcomer(keys, "Lost"));
    var lost = keys.idIn(KEYS.household());
    ask(phone, new Manage.Remove(new Stamp(Nonce.random(RANDOM), now, Edition.NONE), lost));
    authority.invite(INVITE, InviteTerms.DEMONSTRATION, now);
    assertThat(enrol(INVITE, newcomer(keys, "Back"))).isEqualTo(new Enrolment.Refused());
  }

  @Test
  void enrol_sameKeysAgain_areAnsweredAgain() {
    DeviceKeys keys = DeviceKeys.generate();
    authority.invite(INVITE, InviteTerms.ONE_DEVICE, now);
    assertThat(enrol(INVITE, newcomer(keys, "Phone"))).isInstanceOf(Enrolment.Admitted.class);
    assertThat(enrol(INVITE, newcomer(keys, "Phone"))).isInstanceOf(Enrolment.Again.class);
    assertThat(authority.roster().members()).hasSize(1);
  }

  @Test
  void enrol_sameDeviceWithAnotherKemKey_isRefused() {
    DeviceKeys keys = DeviceKeys.generate();
    authority.invite(INVITE, InviteTerms.ONE_DEVICE, now);
    enrol(INVITE, newcomer(keys, "Phone"));
    DeviceKeys other = new DeviceKeys(keys.sign(), X25519PrivateKey.generate());
    assertThat(enrol(INVITE, newcomer(other, "Phone"))).isEqualTo(new Enrolment.Refused());
  }

  @Test
  void enrol_otherKeysWithAUsedInvite_areRefused() {
    authority.invite(INVITE, InviteTerms.ONE_DEVICE, now);
    enrol(INVITE, newcomer(DeviceKeys.generate(), "Phone"));
    assertThat(enrol(INVITE, newcomer(DeviceKeys.generate(), "Thief")))
        .isEqualTo(new Enrolment.Refused());
  }

  @Test
  void enrol_afterTenBadMessages_isVoid() {
    authority.invite(INVITE, InviteTerms.ONE_DEVICE, now);
    for (int i = 0; i < 9; i++) {
      authority.enrol(INVITE, Optional.empty(), now);
    }
    assertThat(authority.stands(INVITE, now)).isTrue();
    authority.enrol(INVITE, Optional.empty(), now);
    assertThat(authority.stands(INVITE, now)).isFalse();
    assertThat(enrol(INVITE, newcomer(DeviceKeys.generate(), "Late")))
        .isEqualTo(new Enrolment.Refused());
  }

  @Test
  void enrol_afterTenMinutes_isVoid() {
    authority.invite(INVITE, InviteTerms.ONE_DEVICE, now);
    now = now.plus(Duration.ofMinutes(10));
    assertThat(enrol(INVITE, newcomer(DeviceKeys.generate(), "Late")))
        .isEqualTo(new Enrolment.Refused());
  }

  @Test
  void enrol_twoHundredFiftySeventhDevice_isRefused() {
    authority.invite(INVITE, InviteTerms.DEMONSTRATION, now);
    for (int i = 0; i < Roster.MAX_MEMBERS; i++) {
      enrol(INVITE, newcomer(DeviceKeys.generate(), "Device " + i));
    }
    assertThat(enrol(INVITE, newcomer(DeviceKeys.generate(), "One more")))
        .isEqualTo(new Enrolment.Refused());
    assertThat(authority.roster().members()).hasSize(Roster.MAX_MEMBERS);
  }

  @Test
  void open_withANewerMemberList_isRefusedAsBehind() {
    Member phone = enrolled("Phone");
    long number = authority.edition().version().number() + 1;
    Edition newer = new Edition(new Version(KEYS.certificate().serial(), number), now);
    Request open =
        new Request.Open(
            new Stamp(Nonce.random(RANDOM), now, newer), DOOR, Purpose.VIEW, List.of(), Wish.ANY);
    assertThat(ask(phone, open)).isEqualTo(refuse(RefusedReason.BEHIND));
    assertThat(ask(phone, open(DOOR)))
        .isEqualTo(new Ruling.Open(DOOR, Track.MAIN)); // a claim is no proof
  }

  /// The stamps of a device that holds a list of another past than this home's.
  private Stamp stamp(long serial, long number, Instant ruled) {
    return new Stamp(Nonce.random(RANDOM), now, new Edition(new Version(serial, number), ruled));
  }

  @Test
  void rule_onWhateverIsAsked_isRefusedByTheListHeldAlone() {
    Member phone = enrolled("Phone");
    long serial = KEYS.certificate().serial();
    Edition ours = authority.edition();
    for (var stamp :
        List.<Supplier<Stamp>>of(
            () -> stamp(serial, ours.version().number() + 1, now),
            () -> stamp(serial, ours.version().number(), ours.ruled().plusNanos(1_000)),
            () -> stamp(serial, ours.version().number() - 1, now),
            () -> stamp(serial + 1, 1, now))) {
      for (Request request :
          List.of(
              new Request.Open(stamp.get(), DOOR, Purpose.VIEW, List.of(), Wish.ANY),
              new Request.Beat(stamp.get(), 1, List.of(), 0),
              new Request.Close(stamp.get(), RequestHash.of("none")),
              new Request.Household(stamp.get()),
              new Manage.Remove(stamp.get(), phone.device()),
              new Manage.Uninvite(stamp.get(), INVITE),
              new Manage.SetMember(stamp.get(), phone.device(), "New name", Terms.FULL))) {
        assertThat(ask(phone, request))
            .as(request.toString())
            .isEqualTo(refuse(RefusedReason.BEHIND));
      }
    }
    assertThat(authority.edition()).isEqualTo(ours);
    for (Stamp fine :
        List.of(
            stamp(serial, ours.version().number(), ours.ruled()),
            stamp(serial - 1, 1_000, now), // of the home that this one took the place of
            stamp(0, 0, Instant.EPOCH))) {
      assertThat(ask(phone, new Request.Household(fine))).isEqualTo(new Ruling.Describe());
    }
  }

  @Test
  void newer_listThatThisHomeSigned_stopsEverything() {
    Member phone = enrolled("Phone");
    opened(phone, DOOR);
    Statement newer = list(authority.edition().version().number() + 1, KEYS);
    assertThat(ask(phone, newer(newer)))
        .isInstanceOfSatisfying(
            Ruling.StandBack.class, back -> assertThat(back.shown().statement()).isEqualTo(newer));
    assertThat(authority.leased(now)).isEmpty();
    assertThat(ask(phone, open(DOOR))).isEqualTo(refuse(RefusedReason.BEHIND));
    authority.invite(INVITE, InviteTerms.ONE_DEVICE, now);
    assertThat(enrol(INVITE, newcomer(DeviceKeys.generate(), "New")))
        .isEqualTo(new Enrolment.Refused());
  }

  @Test
  void newer_listOfAnotherHome_changesNothing() {
    Member phone = enrolled("Phone");
    HouseholdKeys other = HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_000));
    assertThat(ask(phone, newer(list(1_000, other)))).isEqualTo(refuse(RefusedReason.NOT_ALLOWED));
    assertThat(ask(phone, open(DOOR))).isEqualTo(new Ruling.Open(DOOR, Track.MAIN));
  }

  @Test
  void newer_ourOwnListOrAnOlderOne_changesNothing() {
    Member phone = enrolled("Phone");
    Statement own =
        MemberList.issue(
                KEYS.household(),
                authority.edition(),
                authority.roster().keys(),
                KEYS.home().sign())
            .statement();
    assertThat(ask(phone, newer(own))).isEqualTo(refuse(RefusedReason.NOT_ALLOWED));
    assertThat(ask(phone, newer(list(authority.edition().version().number() - 1, KEYS))))
        .isEqualTo(refuse(RefusedReason.NOT_ALLOWED));
    assertThat(ask(phone, open(DOOR))).isEqualTo(new Ruling.Open(DOOR, Track.MAIN));
  }

  /// An old copy that was put back and changed its members once more has a list of the same
  /// version.
  @Test
  void newer_otherListOfOurVersion_stopsEverything() {
    Member phone = enrolled("Phone");
    assertThat(ask(phone, newer(list(authority.edition().version().number(), KEYS))))
        .isInstanceOf(Ruling.StandBack.class);
    assertThat(ask(phone, open(DOOR))).isEqualTo(refuse(RefusedReason.BEHIND));
  }

  private Request newer(Statement list) {
    return new Request.Newer(new Stamp(Nonce.random(RANDOM), now, Edition.NONE), list);
  }

  private Statement list(long number, HouseholdKeys keys) {
    return MemberList.issue(
            keys.household(),
            new Edition(new Version(keys.certificate().serial(), number), Instant.EPOCH),
            new java.util.TreeMap<>(),
            keys.home().sign())
        .statement();
  }

  @Test
  void restart_ofTheClock_endsSessionsAndOldRequests() {
    Member phone = enrolled("Phone");
    opened(phone, DOOR);
    Request early = open(DOOR);
    now = now.plusSeconds(5);
    authority.restart(now);
    assertThat(authority.leased(now)).isEmpty();
    assertThat(ask(phone, early)).isEqualTo(refuse(RefusedReason.CLOCK));
  }

  @Test
  void invites_inExcess_pushOutTheOldest() {
    List<InviteId> all = new ArrayList<>();
    for (int i = 0; i <= Invites.MAX_STANDING; i++) {
      all.add(new InviteId(5, i));
      authority.invite(all.getLast(), InviteTerms.ONE_DEVICE, now);
    }
    assertThat(authority.stands(all.getFirst(), now)).isFalse();
    assertThat(authority.invites(now)).hasSize(Invites.MAX_STANDING);
    assertThat(authority.memory().invites()).isEqualTo(Invites.MAX_STANDING);
  }
}
