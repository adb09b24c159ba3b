package io.mashrabiya.home.desk;

import static io.mashrabiya.home.desk.TestDesk.DOOR;
import static io.mashrabiya.home.desk.TestDesk.NURSERY;
import static io.mashrabiya.home.desk.TestDesk.nonce;
import static io.mashrabiya.home.desk.TestDesk.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.desk.TestDesk.Device;
import io.mashrabiya.vault.card.CardOpening;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.vault.enrol.InviteSecrets;
import io.mashrabiya.vault.enrol.Newcomer;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraEntry;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.privacy.Privacy.Shutter;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.wire.sealed.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a right is worth: the keys that a card holds, and what is sealed under others once it is
/// gone.
class RightsAtTheDeskTest {
  private static final Terms VIEW = Terms.always(Rights.to(Set.of(Right.VIEW)));

  @TempDir private Path temp;
  private TestDesk house;
  private Device owner;

  @BeforeEach
  void open() throws Exception {
    house = new TestDesk(temp.resolve("data"));
    owner = house.enrolled("Phone");
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private Device enrolled(Terms terms) throws IOException {
    DeviceKeys keys = DeviceKeys.generate();
    house.enrol(
        new Newcomer(
            house.desk().invite(InviteTerms.oneDevice(Duration.ofMinutes(10), terms)).link(),
            keys,
            "Guest"));
    return Device.of(keys, house.certificate());
  }

  private List<ContentKey> keys(List<HomeSays> said, Device device) {
    KeyCard card =
        only(HomeSays.Card.class, said).stream()
            .map(HomeSays.Card::card)
            .filter(each -> each.device().equals(device.id()))
            .reduce((older, newer) -> newer)
            .orElseThrow();
    return switch (KeyCards.open(card, house.certificate(), device.keys())) {
      case CardOpening.Opened opened -> opened.keys();
      case CardOpening other -> throw new AssertionError("the card did not open: " + other);
    };
  }

  private Manage.SetMember set(Device device, Terms terms) {
    return new Manage.SetMember(
        new Stamp(nonce(), house.now(), Edition.NONE), device.id(), "Guest", terms);
  }

  private Manage.SetPrivacy close(Optional<CameraId> camera, Optional<Instant> until) {
    return new Manage.SetPrivacy(
        new Stamp(nonce(), house.now(), Edition.NONE),
        camera,
        Optional.of(Shutter.CLOSED),
        until,
        Week.EMPTY);
  }

  @Test
  void card_ofADeviceThatMayView_opensNoSound() throws Exception {
    Device child = enrolled(VIEW);
    assertThat(keys(house.said(), child))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.kid().track()).isNotEqualTo(Track.SOUND));
  }

  @Test
  void card_ofADeviceWithOneCamera_opensNoOther() throws Exception {
    Device nanny = enrolled(Terms.always(Rights.at(Set.of(NURSERY), Right.ALL)));
    assertThat(keys(house.said(), nanny))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.camera()).isEqualTo(NURSERY));
  }

  @Test
  void newcomer_holdsNoKeyFromBeforeItCame() throws Exception {
    house.desk().tick();
    long before = house.live().epoch();
    Device child = enrolled(VIEW);
    assertThat(keys(house.said(), child))
        .allSatisfy(key -> assertThat(key.kid().epoch()).isGreaterThan(before));
  }

  @Test
  void setMember_takingTheSoundAway_sealsItUnderKeysThatTheDeviceDoesNotGet() throws Exception {
    Device child = enrolled(Terms.always(Rights.to(Set.of(Right.VIEW, Right.LISTEN))));
    long before = house.live().epoch();
    assertThat(house.asks(owner, set(child, VIEW))).isInstanceOf(Answer.Ruled.class);
    assertThat(house.live().epoch()).isGreaterThan(before);
    assertThat(keys(house.said(), child))
        .isNotEmpty()
        .allSatisfy(key -> {
          assertThat(key.kid().track()).isNotEqualTo(Track.SOUND);
          assertThat(key.kid().epoch()).isGreaterThan(before);
        });
  }

  @Test
  void setMember_diskFails_isNotConfirmedAndIsCarriedThroughLater() throws Exception {
    Device child = enrolled(Terms.FULL);
    house.said();
    house.breakDisk();
    assertThatThrownBy(() -> house.desk().letter(owner.writes(set(child, VIEW))))
        .isInstanceOf(IOException.class);
    assertThat(house.said()).isEmpty();
    house.mendDisk();
    house.desk().tick();
    assertThat(keys(house.said(), child))
        .allSatisfy(key -> assertThat(key.kid().track()).isNotEqualTo(Track.SOUND));
    assertThat(house.onDisk().members().get(child.id()).terms()).isEqualTo(VIEW);
  }

  @Test
  void tick_whenAGuestsTimeIsOver_handsOutNewKeysWithoutIt() throws Exception {
    Device guest =
        enrolled(
            new Terms(Rights.to(Right.ALL), Optional.of(house.now().plusSeconds(60)), Week.EMPTY));
    house.asks(guest, house.open(DOOR));
    long before = house.live().epoch();
    house.said();
    for (int i = 0; i < 20; i++) { // a gap of two seconds would be a sleep of the machine
      house.pass(Duration.ofSeconds(3));
      house.desk().tick();
    }
    List<HomeSays> said = house.said();
    assertThat(house.live().epoch()).isGreaterThan(before);
    assertThat(only(HomeSays.Card.class, said))
        .extracting(card -> card.card().device())
        .containsOnly(owner.id());
    assertThat(house.isLeased(DOOR)).isFalse();
    Answer answer = house.asks(guest, house.open(DOOR));
    assertThat(((Answer.Refused) answer).reason()).isEqualTo(RefusedReason.REMOVED);
  }

  @Test
  void setPrivacy_closed_isNeitherReadNorSealedNorInAnyCardWhenItIsConfirmed() throws Exception {
    house.asks(owner, house.open(NURSERY));
    house.said();
    Answer answer = house.asks(owner, close(Optional.of(NURSERY), Optional.empty()));
    assertThat(answer).isInstanceOf(Answer.Ruled.class);
    assertThat(house.open()).containsExactly(DOOR);
    assertThat(house.live().seals()).extracting(seal -> seal.camera()).containsExactly(DOOR);
    assertThat(keys(house.said(), owner))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.camera()).isEqualTo(DOOR));
  }

  @Test
  void setPrivacy_closed_isStillClosedAfterARestart() throws Exception {
    house.asks(owner, close(Optional.empty(), Optional.empty()));
    house.close();
    house = new TestDesk(temp.resolve("data"));
    assertThat(house.open()).isEmpty();
    assertThat(house.live().seals()).isEmpty();
  }

  @Test
  void setPrivacy_forATime_isReadAgainWhenItIsOver() throws Exception {
    house.asks(owner, close(Optional.of(NURSERY), Optional.of(house.now().plusSeconds(2))));
    house.pass(Duration.ofSeconds(1));
    house.desk().tick();
    assertThat(house.open()).containsExactly(DOOR);
    house.pass(Duration.ofSeconds(1));
    house.said();
    house.desk().tick();
    assertThat(house.open()).containsExactlyInAnyOrder(DOOR, NURSERY);
    assertThat(keys(house.said(), owner)).extracting(ContentKey::camera).contains(NURSERY);
  }

  @Test
  void household_ofWhoMayLittle_tellsLittle() throws Exception {
    Device nanny = enrolled(Terms.always(Rights.at(Set.of(NURSERY), Set.of(Right.VIEW))));
    house.asks(owner, close(Optional.of(NURSERY), Optional.empty()));
    house.desk().invite(InviteTerms.ONE_DEVICE);
    var told = (Answer.HouseholdAnswer) house.asks(nanny, house.household());
    assertThat(told.cameras()).extracting(CameraEntry::camera).containsExactly(NURSERY);
    CameraEntry nursery = told.cameras().getFirst();
    assertThat(nursery.state()).isEqualTo(CameraState.PRIVATE);
    assertThat(nursery.rights()).containsExactly(Right.VIEW);
    assertThat(nursery.closure().orElseThrow().by()).isEqualTo("Phone");
    assertThat(told.devices()).hasSize(2);
    assertThat(told.invites()).isEmpty();
    house.asks(owner, close(Optional.of(DOOR), Optional.empty()));
    Device other = enrolled(Terms.always(Rights.at(Set.of(DOOR), Set.of(Right.VIEW))));
    var toldAgain = (Answer.HouseholdAnswer) house.asks(nanny, house.household());
    String all = new String(toldAgain.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(all).contains(other.id().toString()).doesNotContain(DOOR.toString());
    var toldOwner = (Answer.HouseholdAnswer) house.asks(owner, house.household());
    assertThat(toldOwner.cameras()).hasSize(2);
    assertThat(toldOwner.invites()).hasSize(1);
    assertThat(toldOwner.zone()).isEqualTo("Z");
  }

  @Test
  void invite_asked_isOpenedByWhoAskedAndLetsANewcomerIn() throws Exception {
    var ask =
        new Manage.Invite(
            new Stamp(nonce(), house.now(), Edition.NONE),
            Duration.ofHours(1),
            Optional.empty(),
            VIEW);
    HomeHears.Post letter = owner.writes(ask);
    house.desk().letter(letter);
    List<HomeSays> said = house.said();
    var invited = (Answer.Invited) owner.finds(said).orElseThrow();
    assertThat(invited.until()).isEqualTo(house.now().plus(Duration.ofHours(1)));
    assertThat(only(HomeSays.Invite.class, said))
        .containsExactly(new HomeSays.Invite(invited.invite(), 3_600));
    var secret =
        InviteSecrets.open(invited.sealed(), owner.id(), owner.keys(), letter.letter().hash());
    var link =
        new PairingLink(
            house.certificate().household(), secret.orElseThrow(), TestDesk.ORIGIN.text());
    var newcomer = new Newcomer(link, DeviceKeys.generate(), "Tablet");
    assertThat(newcomer.invitation().id()).isEqualTo(invited.invite());
    house.enrol(newcomer);
    var answer = only(HomeSays.Enrolled.class, house.said()).getFirst().answer();
    assertThat(newcomer.accept(answer).orElseThrow().terms()).isEqualTo(VIEW);
  }

  @Test
  void uninvite_asked_isToldTheRelay() throws Exception {
    var invitation = house.desk().invite(InviteTerms.ONE_DEVICE);
    house.said();
    house.asks(
        owner, new Manage.Uninvite(new Stamp(nonce(), house.now(), Edition.NONE), invitation.id()));
    assertThat(only(HomeSays.Uninvite.class, house.said()))
        .containsExactly(new HomeSays.Uninvite(invitation.id()));
    var late = new Newcomer(invitation.link(), DeviceKeys.generate(), "Late");
    house.enrol(late);
    assertThat(only(HomeSays.Enrolled.class, house.said()).getFirst().answer()).isEmpty();
  }

  /// One letter tells a manager of all invites: what would not go into it is not let out.
  @Test
  void inviteFor_moreThanALetterTellsOf_isRefused() throws Exception {
    Set<CameraId> many =
        LongStream.range(0, Rights.MAX_CAMERAS)
            .mapToObj(low -> new CameraId(7, low))
            .collect(Collectors.toSet());
    InviteTerms terms =
        InviteTerms.oneDevice(
            Duration.ofMinutes(10), Terms.always(Rights.at(many, Set.of(Right.VIEW))));
    int made = 0;
    while (house.desk().inviteFor(terms) instanceof Inviting.Made) {
      made++;
      assertThat(made).isLessThan(32);
    }
    assertThat(house.desk().inviteFor(terms)).isEqualTo(new Inviting.Full());
    assertThat(house.asks(owner, house.household())).isInstanceOf(Answer.HouseholdAnswer.class);
  }

  @Test
  void inviteFor_somebodyAtTheMachine_isToldToWhoeverManages() throws Exception {
    assertThat(house.desk().inviteFor(InviteTerms.ONE_DEVICE)).isInstanceOf(Inviting.Made.class);
    assertThat(house.asks(owner, house.household()))
        .isInstanceOfSatisfying(
            Answer.HouseholdAnswer.class, told -> assertThat(told.invites()).hasSize(1));
  }
}
