package io.mashrabiya.home.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.letter.Wish;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.privacy.Privacy.Shutter;
import io.mashrabiya.wire.right.Hours;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.wire.sealed.Track;
import io.mashrabiya.wire.statement.Version;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who may what, when, and who may change it.
class RightsTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HouseholdKeys KEYS =
      HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_000));
  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

  /// A Monday, ten minutes to eight in the morning there.
  private static final Instant START = Instant.parse("2026-11-23T04:50:00Z");

  private static final CameraId DOOR = new CameraId(1, 1);
  private static final CameraId BEDROOM = new CameraId(2, 2);
  private static final Terms VIEW = Terms.always(Rights.to(Set.of(Right.VIEW)));
  private static final Week WEEKDAYS_8_TO_16 =
      new Week(
          List.of(new Hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 8 * 60, 16 * 60)));

  private Authority authority;
  private Instant now = START;
  private Member owner;

  @BeforeEach
  void found() {
    authority =
        new Authority(
            KEYS.certificate(),
            Set.of(DOOR, BEDROOM),
            Besieged.MAIN_OR_SOUND,
            Roster.EMPTY,
            HousePrivacy.NONE,
            RIYADH,
            START);
    owner = enrolled(InviteTerms.ONE_DEVICE);
  }

  private Member enrolled(InviteTerms terms) {
    return switch (enrol(terms)) {
      case Enrolment.Admitted(Member member) -> member;
      case Enrolment other -> throw new AssertionError("not admitted: " + other);
    };
  }

  private Enrolment enrol(InviteTerms terms) {
    DeviceKeys keys = DeviceKeys.generate();
    InviteId invite = new InviteId(RANDOM.nextLong(), RANDOM.nextLong());
    authority.invite(invite, terms, now);
    EnrolRequest request =
        new EnrolRequest(
            KEYS.household(),
            keys.sign().publicKey(),
            keys.kem().publicKey(),
            "Phone",
            Nonce.random(RANDOM),
            "http://localhost:8080");
    return authority.enrol(invite, Optional.of(request), now);
  }

  private Member enrolled(Terms terms) {
    return enrolled(InviteTerms.oneDevice(Duration.ofMinutes(10), terms));
  }

  private Ruling ask(Member member, Request request) {
    authority.settle(now);
    return authority.rule(member.device(), request, RequestHash.of("q" + RANDOM.nextLong()), now);
  }

  private static Nonce nonce() {
    return Nonce.random(RANDOM);
  }

  private Ruling open(Member member, CameraId camera, Purpose purpose) {
    return ask(
        member,
        new Request.Open(
            new Stamp(nonce(), now, Edition.NONE), camera, purpose, List.of(), Wish.ANY));
  }

  private Ruling view(Member member, CameraId camera) {
    return open(member, camera, Purpose.VIEW);
  }

  private Ruling set(Member by, Member member, Terms terms) {
    return ask(
        by,
        new Manage.SetMember(
            new Stamp(nonce(), now, Edition.NONE), member.device(), "Renamed", terms));
  }

  private Ruling close(Member by, Optional<CameraId> camera, Optional<Instant> until) {
    return ask(
        by,
        new Manage.SetPrivacy(
            new Stamp(nonce(), now, Edition.NONE),
            camera,
            Optional.of(Shutter.CLOSED),
            until,
            Week.EMPTY));
  }

  private Ruling remove(Member by, Member struck) {
    return ask(by, new Manage.Remove(new Stamp(nonce(), now, Edition.NONE), struck.device()));
  }

  private static Ruling refuse(RefusedReason reason) {
    return new Ruling.Refuse(reason);
  }

  // ---- what a device may ----

  @Test
  void open_withTheRightToView_isNoRightToListen() {
    Member child = enrolled(VIEW);
    assertThat(view(child, DOOR)).isEqualTo(new Ruling.Open(DOOR, Track.MAIN));
    assertThat(open(child, DOOR, Purpose.LISTEN)).isEqualTo(refuse(RefusedReason.NOT_ALLOWED));
  }

  @Test
  void open_cameraAtWhichADeviceNeverHasARight_isNoneThatItKnowsOf() {
    Member nanny = enrolled(Terms.always(Rights.at(Set.of(DOOR), Set.of(Right.VIEW))));
    assertThat(view(nanny, DOOR)).isEqualTo(new Ruling.Open(DOOR, Track.MAIN));
    assertThat(view(nanny, BEDROOM)).isEqualTo(refuse(RefusedReason.NO_SUCH_CAMERA));
  }

  @Test
  void open_outsideItsHours_isRefusedUntilTheHourStrikes() {
    Member nanny =
        enrolled(new Terms(Rights.to(Set.of(Right.VIEW)), Optional.empty(), WEEKDAYS_8_TO_16));
    assertThat(view(nanny, DOOR)).isEqualTo(refuse(RefusedReason.NOT_NOW));
    now = START.plus(Duration.ofMinutes(10));
    assertThat(view(nanny, DOOR)).isEqualTo(new Ruling.Open(DOOR, Track.MAIN));
  }

  @Test
  void settle_whenTheHoursEnd_endsTheSessionsAndSaysSo() {
    Member nanny =
        enrolled(new Terms(Rights.to(Set.of(Right.VIEW)), Optional.empty(), WEEKDAYS_8_TO_16));
    now = START.plus(Duration.ofHours(8).plusMinutes(10)).minusMillis(1);
    view(nanny, DOOR);
    assertThat(authority.settle(now)).isFalse();
    assertThat(authority.leased(now)).isEqualTo(Map.of(DOOR, Set.of(Track.MAIN)));
    now = now.plusMillis(1);
    assertThat(authority.settle(now)).isTrue();
    assertThat(authority.leased(now)).isEmpty();
    assertThat(authority.roster().members()).containsKey(nanny.device());
  }

  @Test
  void settle_whenAGuestsTimeIsOver_strikesTheGuest() {
    Instant sunday = START.plus(Duration.ofDays(6));
    Member guest = enrolled(new Terms(Rights.to(Right.ALL), Optional.of(sunday), Week.EMPTY));
    view(guest, DOOR);
    now = sunday;
    assertThat(authority.settle(now)).isTrue();
    assertThat(authority.leased(now)).isEmpty();
    assertThat(authority.roster().members()).containsOnlyKeys(owner.device());
    assertThat(authority.roster().struck()).containsOnlyKeys(guest.device());
    assertThat(view(guest, DOOR)).isEqualTo(refuse(RefusedReason.REMOVED));
  }

  // ---- who may change it ----

  @Test
  void manage_byADeviceThatDoesNot_isRefusedAndChangesNothing() {
    Member child = enrolled(VIEW);
    Version before = authority.edition().version();
    assertThat(set(child, child, Terms.FULL)).isEqualTo(refuse(RefusedReason.NOT_ALLOWED));
    assertThat(remove(child, owner)).isEqualTo(refuse(RefusedReason.NOT_ALLOWED));
    assertThat(close(child, Optional.of(DOOR), Optional.empty()))
        .isEqualTo(refuse(RefusedReason.NOT_ALLOWED));
    assertThat(invite(child, Terms.FULL, Optional.empty()))
        .isEqualTo(refuse(RefusedReason.NOT_ALLOWED));
    assertThat(
            ask(
                child,
                new Manage.Uninvite(new Stamp(nonce(), now, Edition.NONE), new InviteId(1, 1))))
        .isEqualTo(refuse(RefusedReason.NOT_ALLOWED));
    assertThat(authority.edition().version()).isEqualTo(before);
    assertThat(authority.privacy()).isEqualTo(HousePrivacy.NONE);
  }

  private Ruling invite(Member by, Terms terms, Optional<DeviceId> replaces) {
    return ask(
        by,
        new Manage.Invite(
            new Stamp(nonce(), now, Edition.NONE), Duration.ofMinutes(10), replaces, terms));
  }

  @Test
  void remove_ofItself_everyDeviceMay() {
    Member child = enrolled(VIEW);
    assertThat(remove(child, child)).isInstanceOf(Ruling.Strike.class);
    assertThat(authority.roster().members()).containsOnlyKeys(owner.device());
  }

  @Test
  void remove_ofTheLastWhoManages_isRefusedWhileOthersAreLeft() {
    Member child = enrolled(VIEW);
    assertThat(remove(owner, owner)).isEqualTo(refuse(RefusedReason.LAST_MANAGER));
    assertThat(set(owner, owner, VIEW)).isEqualTo(refuse(RefusedReason.LAST_MANAGER));
    remove(child, child);
    assertThat(remove(owner, owner)).isInstanceOf(Ruling.Strike.class);
  }

  @Test
  void setMember_takingAway_endsWhatItLooksAt() {
    Member child = enrolled(Terms.FULL);
    view(child, DOOR);
    open(child, DOOR, Purpose.LISTEN);
    Version before = authority.edition().version();
    assertThat(set(owner, child, VIEW)).isEqualTo(new Ruling.Change());
    assertThat(authority.leased(now)).isEqualTo(Map.of(DOOR, Set.of(Track.MAIN)));
    assertThat(authority.roster().members().get(child.device()))
        .satisfies(member -> {
          assertThat(member.name()).isEqualTo("Renamed");
          assertThat(member.terms()).isEqualTo(VIEW);
        });
    assertThat(authority.edition().version().isNewerThan(before)).isTrue();
  }

  @Test
  void setMember_ofAStranger_isRefused() {
    Member stranger =
        new Member(
            DeviceKeys.generate().idIn(KEYS.household()),
            owner.sign(),
            owner.kem(),
            "?",
            now,
            now,
            VIEW);
    assertThat(set(owner, stranger, VIEW)).isEqualTo(refuse(RefusedReason.NO_SUCH_DEVICE));
  }

  @Test
  void setMember_moreThanALetterCanTell_isRefused() {
    Week everything =
        new Week(
            java.util.Collections.nCopies(
                Week.MAX_HOURS, new Hours(EnumSet.allOf(DayOfWeek.class), 0, 1_440)));
    Set<CameraId> many = new HashSet<>();
    for (int i = 0; i < Rights.MAX_CAMERAS; i++) {
      many.add(new CameraId(i, i));
    }
    Terms long_ = new Terms(Rights.at(many, Right.ALL), Optional.empty(), everything);
    Ruling last = new Ruling.Change();
    int members = 0;
    while (last.equals(new Ruling.Change()) && members < Roster.MAX_MEMBERS) {
      last = set(owner, enrolled(VIEW), long_);
      members++;
    }
    assertThat(last).isEqualTo(refuse(RefusedReason.BUSY));
    assertThat(invite(owner, long_, Optional.empty())).isEqualTo(refuse(RefusedReason.BUSY));
    Duration hour = Duration.ofHours(1);
    assertThat(authority.fits(InviteTerms.oneDevice(hour, long_), now)).isFalse();
    assertThat(authority.fits(InviteTerms.oneDevice(hour, VIEW), now)).isTrue();
    assertThat(view(owner, DOOR)).isEqualTo(new Ruling.Open(DOOR, Track.MAIN));
  }

  // ---- invites ----

  @Test
  void invite_byWhoManages_isWhatWasAsked() {
    assertThat(invite(owner, VIEW, Optional.empty()))
        .isEqualTo(new Ruling.Invite(InviteTerms.oneDevice(Duration.ofMinutes(10), VIEW)));
    assertThat(enrolled(VIEW).terms()).isEqualTo(VIEW);
  }

  @Test
  void invite_inPlaceOfADevice_strikesItWhenTheNewcomerIsIn() {
    Member old = enrolled(VIEW);
    view(old, DOOR);
    Member fresh =
        enrolled(new InviteTerms(false, Duration.ofMinutes(10), VIEW, Optional.of(old.device())));
    assertThat(authority.leased(now)).isEmpty();
    assertThat(authority.roster().members()).containsOnlyKeys(owner.device(), fresh.device());
    assertThat(authority.roster().struck()).containsKey(old.device());
    assertThat(authority.memory().nonces()).isZero();
  }

  @Test
  void invite_inPlaceOfADevice_isWhatWasAsked() {
    Optional<DeviceId> old = Optional.of(enrolled(VIEW).device());
    assertThat(invite(owner, VIEW, old))
        .isEqualTo(new Ruling.Invite(new InviteTerms(false, Duration.ofMinutes(10), VIEW, old)));
  }

  @Test
  void invite_inPlaceOfAStranger_isRefused() {
    DeviceId stranger = DeviceKeys.generate().idIn(KEYS.household());
    assertThat(invite(owner, VIEW, Optional.of(stranger)))
        .isEqualTo(refuse(RefusedReason.NO_SUCH_DEVICE));
  }

  /// Found by fuzzing: the newcomer took the place of the only one who managed.
  @Test
  void invite_inPlaceOfTheLastWhoManages_takesNobodyInWhoDoesNot() {
    Optional<DeviceId> last = Optional.of(owner.device());
    assertThat(enrol(new InviteTerms(false, Duration.ofMinutes(10), VIEW, last)))
        .isEqualTo(new Enrolment.Refused());
    assertThat(authority.roster().members()).containsOnlyKeys(owner.device());
    assertThat(enrol(new InviteTerms(false, Duration.ofMinutes(10), Terms.FULL, last)))
        .isInstanceOf(Enrolment.Admitted.class);
  }

  @Test
  void enrol_firstDeviceThatDoesNotManage_isRefused() {
    remove(owner, owner);
    assertThat(enrol(InviteTerms.oneDevice(Duration.ofMinutes(10), VIEW)))
        .isEqualTo(new Enrolment.Refused());
  }

  @Test
  void uninvite_letsNobodyInAnyMore() {
    InviteId invite = new InviteId(5, 5);
    authority.invite(invite, InviteTerms.ONE_DEVICE, now);
    assertThat(authority.inviteEntries(now)).hasSize(1);
    assertThat(ask(owner, new Manage.Uninvite(new Stamp(nonce(), now, Edition.NONE), invite)))
        .isEqualTo(new Ruling.Uninvite(invite));
    assertThat(authority.stands(invite, now)).isFalse();
    assertThat(ask(owner, new Manage.Uninvite(new Stamp(nonce(), now, Edition.NONE), invite)))
        .isEqualTo(refuse(RefusedReason.NO_SUCH_INVITE));
  }

  // ---- privacy ----

  @Test
  void setPrivacy_ofACamera_closesItToEverybodyAndNoOther() {
    Member child = enrolled(VIEW);
    view(child, BEDROOM);
    view(owner, BEDROOM);
    view(owner, DOOR);
    Version before = authority.edition().version();
    assertThat(close(owner, Optional.of(BEDROOM), Optional.empty())).isEqualTo(new Ruling.Change());
    assertThat(authority.edition().version().isNewerThan(before)).isTrue();
    assertThat(authority.leased(now)).isEqualTo(Map.of(DOOR, Set.of(Track.MAIN)));
    assertThat(view(owner, BEDROOM)).isEqualTo(refuse(RefusedReason.PRIVATE));
    assertThat(authority.closure(BEDROOM, now).orElseThrow().by()).isEqualTo("Phone");
  }

  @Test
  void setPrivacy_ofTheHouse_closesEveryCameraAlsoThoseToCome() {
    close(owner, Optional.empty(), Optional.empty());
    CameraId fresh = new CameraId(3, 3);
    authority.cameras(Set.of(DOOR, BEDROOM, fresh), now);
    assertThat(authority.access().open()).isEmpty();
    assertThat(view(owner, fresh)).isEqualTo(refuse(RefusedReason.PRIVATE));
  }

  @Test
  void setPrivacy_forATime_opensByItselfAndSaysSo() {
    Instant six = START.plus(Duration.ofHours(2));
    close(owner, Optional.of(DOOR), Optional.of(six));
    now = six.minusMillis(1);
    assertThat(authority.settle(now)).isFalse();
    now = six;
    assertThat(authority.settle(now)).isTrue();
    assertThat(view(owner, DOOR)).isEqualTo(new Ruling.Open(DOOR, Track.MAIN));
  }

  @Test
  void setPrivacy_byHours_closesWhenTheHourStrikes() {
    assertThat(
            ask(
                owner,
                new Manage.SetPrivacy(
                    new Stamp(nonce(), now, Edition.NONE),
                    Optional.of(DOOR),
                    Optional.empty(),
                    Optional.empty(),
                    WEEKDAYS_8_TO_16)))
        .isEqualTo(new Ruling.Change());
    view(owner, DOOR);
    now = START.plus(Duration.ofMinutes(10));
    assertThat(authority.settle(now)).isTrue();
    assertThat(authority.leased(now)).isEmpty();
    assertThat(authority.closure(DOOR, now).orElseThrow().until())
        .contains(START.plus(Duration.ofHours(8).plusMinutes(10)));
  }

  @Test
  void setPrivacy_ofAnUnknownCamera_isRefused() {
    assertThat(close(owner, Optional.of(new CameraId(9, 9)), Optional.empty()))
        .isEqualTo(refuse(RefusedReason.NO_SUCH_CAMERA));
  }

  @ParameterizedTest
  @EnumSource(Track.class)
  void access_ofEachTrack_needsItsRight(Track track) {
    Member child = enrolled(VIEW);
    Member ear = enrolled(Terms.always(Rights.to(Set.of(Right.LISTEN))));
    Access access = authority.access();
    assertThat(access.opens(child.device(), DOOR, track)).isEqualTo(track != Track.SOUND);
    assertThat(access.opens(ear.device(), DOOR, track)).isEqualTo(track == Track.SOUND);
    DeviceId stranger = DeviceKeys.generate().idIn(KEYS.household());
    assertThat(access.opens(stranger, DOOR, track)).isFalse();
    assertThat(access.opens(owner.device(), new CameraId(9, 9), track)).isFalse();
  }
}
