package io.mashrabiya.home.desk;

import static io.mashrabiya.home.desk.TestDesk.DOOR;
import static io.mashrabiya.home.desk.TestDesk.LINK;
import static io.mashrabiya.home.desk.TestDesk.NURSERY;
import static io.mashrabiya.home.desk.TestDesk.nonce;
import static io.mashrabiya.home.desk.TestDesk.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.desk.TestDesk.Device;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import io.mashrabiya.vault.card.CardOpening;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.vault.letter.HomeLetter;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraBeat;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.letter.DeviceEntry;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.ReportReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import io.mashrabiya.wire.statement.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Letters as a relay hands them over, and all that is said because of them.
class CorrespondenceTest {
  @TempDir private Path temp;
  private TestDesk house;
  private Device phone;

  @BeforeEach
  void open() throws Exception {
    house = new TestDesk(temp.resolve("data"));
    phone = house.enrolled("Phone");
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private static RefusedReason reason(Answer answer) {
    return ((Answer.Refused) answer).reason();
  }

  private List<ContentKey> keys(KeyCard card, Device device) {
    return switch (KeyCards.open(card, house.certificate(), device.keys())) {
      case CardOpening.Opened opened -> opened.keys();
      case CardOpening other -> throw new AssertionError("the card did not open: " + other);
    };
  }

  @Test
  void letter_ofAStranger_isNotAnswered() throws Exception {
    house.desk().letter(house.stranger().writes(house.household()));
    assertThat(house.said()).isEmpty();
  }

  @Test
  void letter_thatAnotherSigned_isNotAnswered() throws Exception {
    Letter forged =
        Letter.write(
            Typ.HOUSEHOLD,
            house.certificate().household(),
            phone.id(),
            Direction.TO_HOME,
            phone.letters().seal(house.household()).sealed(),
            house.stranger().keys().sign());
    house.desk().letter(new HomeHears.Post(phone.id(), forged, LINK));
    assertThat(house.said()).isEmpty();
  }

  @Test
  void letter_handedOverAsOfAnotherDevice_isNotAnswered() throws Exception {
    Device tablet = house.enrolled("Tablet");
    Letter letter = phone.letters().seal(house.household());
    house.desk().letter(new HomeHears.Post(tablet.id(), letter, LINK));
    assertThat(house.said()).isEmpty();
  }

  @Test
  void letter_thatDoesNotOpen_isRefusedAsMalformed() throws Exception {
    Letter letter =
        Letter.write(
            Typ.HOUSEHOLD,
            house.certificate().household(),
            phone.id(),
            Direction.TO_HOME,
            new byte[64],
            phone.keys().sign());
    house.desk().letter(new HomeHears.Post(phone.id(), letter, LINK));
    Answer answer = phone.finds(house.said()).orElseThrow();
    assertThat(reason(answer)).isEqualTo(RefusedReason.MALFORMED);
    assertThat(answer.request()).isEqualTo(letter.hash());
  }

  @Test
  void letter_sentTwiceByTheRelay_isRefusedTheSecondTime() throws Exception {
    HomeHears.Post letter = phone.writes(house.open(DOOR));
    house.desk().letter(letter);
    house.said();
    house.desk().letter(letter);
    assertThat(reason(phone.finds(house.said()).orElseThrow())).isEqualTo(RefusedReason.REPLAYED);
  }

  @Test
  void open_byAMember_answersThePageThatAskedWithItsKeys() throws Exception {
    HomeHears.Post letter = phone.writes(house.open(DOOR));
    house.desk().letter(letter);
    List<HomeSays> said = house.said();
    assertThat(said).hasSize(1);
    Answer.Opened opened = (Answer.Opened) phone.finds(said).orElseThrow();
    assertThat(opened.request()).isEqualTo(letter.letter().hash());
    assertThat(opened.camera()).isEqualTo(DOOR);
    assertThat(keys(opened.card(), phone)).extracting(ContentKey::camera).contains(DOOR, NURSERY);
    assertThat(MemberList.verify(opened.memberList(), house.certificate())).isPresent();
    assertThat(house.isLeased(DOOR)).isTrue();
    assertThat(house.isLeased(NURSERY)).isFalse();
  }

  @Test
  void open_cameraThatIsNotHere_leasesNothing() throws Exception {
    assertThat(reason(house.asks(phone, house.open(new CameraId(9, 9)))))
        .isEqualTo(RefusedReason.NO_SUCH_CAMERA);
    assertThat(house.isLeased(DOOR)).isFalse();
  }

  @Test
  void beat_ofASession_saysHowItsCameraStands() throws Exception {
    RequestHash session = house.asks(phone, house.open(DOOR)).request();
    long captureMicros = Micros.of(house.now()) - 40_000;
    house.live().seal(DOOR).accept(new Frame(Track.MAIN, captureMicros, true, new byte[] {1}));
    RequestHash unknown = RequestHash.of("never opened");
    Answer answer =
        house.asks(
            phone,
            new Request.Beat(
                new Stamp(nonce(), house.now(), Edition.NONE), 1, List.of(session, unknown), 0));
    assertThat(answer)
        .isEqualTo(
            new Answer.BeatAnswer(
                house.now(),
                answer.request(),
                List.of(
                    new CameraBeat(
                        DOOR,
                        house.live().epoch(),
                        Optional.of(Micros.instant(captureMicros)),
                        false,
                        CameraState.LIVE)),
                List.of(unknown),
                List.of()));
  }

  @Test
  void close_ofASession_stopsItsCamera() throws Exception {
    RequestHash session = house.asks(phone, house.open(DOOR)).request();
    assertThat(
            house.asks(
                phone, new Request.Close(new Stamp(nonce(), house.now(), Edition.NONE), session)))
        .isInstanceOf(Answer.Done.class);
    assertThat(house.isLeased(DOOR)).isFalse();
  }

  @Test
  void household_byAMember_namesCamerasAndDevices() throws Exception {
    var answer = (Answer.HouseholdAnswer) house.asks(phone, house.household());
    assertThat(answer.name()).isEqualTo("Test house");
    assertThat(answer.cameras()).hasSize(2);
    assertThat(answer.devices()).extracting(DeviceEntry::name).containsExactly("Phone");
  }

  @Test
  void report_ofARefusedPicture_isCounted() throws Exception {
    var report =
        new Request.Report(
            new Stamp(nonce(), house.now(), Edition.NONE),
            DOOR,
            Kid.of(house.live().epoch() * 16),
            3,
            ReportReason.FORGED);
    assertThat(house.asks(phone, report)).isInstanceOf(Answer.Done.class);
    assertThat(house.desk().reports()).isOne();
  }

  @Test
  void remove_ofADevice_isConfirmedLast() throws Exception {
    Device lost = house.enrolled("Lost");
    house.desk().letter(phone.writes(house.remove(lost)));
    List<HomeSays> said = house.said();
    assertThat(said).extracting(Object::getClass).startsWith(HomeSays.Members.class);
    assertThat(said.indexOf(only(HomeSays.Card.class, said).getFirst())).isOne();
    assertThat(phone.finds(List.of(said.getLast())))
        .hasValueSatisfying(answer -> assertThat(answer).isInstanceOf(Answer.Ruled.class));
  }

  /// Whoever has the home's word of a ruling, or looks on, holds the list by which a home that
  /// forgets the ruling is found out.
  @Test
  void remove_ofADevice_handsOutTheListWithoutIt() throws Exception {
    Device lost = house.enrolled("Lost");
    var before = ((Answer.Opened) house.asks(phone, house.open(DOOR))).memberList();
    Answer.Ruled ruled = (Answer.Ruled) house.asks(phone, house.remove(lost));
    assertThat(version(ruled.memberList()).isNewerThan(version(before))).isTrue();
    assertThat(list(ruled.memberList()).members()).containsOnlyKeys(phone.id());
    assertThat(only(HomeSays.Post.class, house.said()))
        .extracting(post -> phone.letters().open(post.letter()))
        .contains(
            new HomeLetter.Pushed(new Push.HouseholdChanged(house.now(), ruled.memberList())));
  }

  /// Whoever asks again because no answer came has to get the list all the same.
  @Test
  void remove_askedAgain_isConfirmedWithTheSameList() throws Exception {
    Device lost = house.enrolled("Lost");
    Answer.Ruled first = (Answer.Ruled) house.asks(phone, house.remove(lost));
    long epoch = house.live().epoch();
    Answer.Ruled again = (Answer.Ruled) house.asks(phone, house.remove(lost));
    assertThat(again.memberList()).isEqualTo(first.memberList());
    assertThat(house.live().epoch()).isEqualTo(epoch);
    assertThat(house.said()).hasSize(1);
  }

  private MemberList list(Statement statement) throws Malformed {
    return MemberList.verify(statement, house.certificate()).orElseThrow();
  }

  private Version version(Statement list) throws Malformed {
    return list(list).version();
  }

  @Test
  void remove_ofADevice_beginsAnEpochThatItHasNoKeysOf() throws Exception {
    Device lost = house.enrolled("Lost");
    long before = house.live().epoch();
    house.desk().letter(phone.writes(house.remove(lost)));
    List<HomeSays.Card> cards = only(HomeSays.Card.class, house.said());
    assertThat(cards).extracting(card -> card.card().device()).containsExactly(phone.id());
    assertThat(keys(cards.getFirst().card(), phone))
        .allSatisfy(key -> assertThat(key.kid().epoch()).isGreaterThan(before));
    assertThat(house.live().epoch()).isGreaterThan(before);
  }

  @Test
  void remove_ofADeviceThatLooks_endsItsSessions() throws Exception {
    Device lost = house.enrolled("Lost");
    house.asks(lost, house.open(DOOR));
    house.asks(phone, house.open(NURSERY));
    house.asks(phone, house.remove(lost));
    assertThat(house.isLeased(DOOR)).isFalse();
    assertThat(house.isLeased(NURSERY)).isTrue();
    assertThat(reason(house.asks(lost, house.open(DOOR)))).isEqualTo(RefusedReason.REMOVED);
    assertThat(house.isLeased(DOOR)).isFalse();
  }

  @Test
  void newer_listThatThisHomeSigned_stopsEverythingForGood() throws Exception {
    house.asks(phone, house.open(DOOR));
    var shown = house.listFromLater();
    var newer = new Request.Newer(new Stamp(nonce(), house.now(), Edition.NONE), shown);
    assertThat(house.asks(phone, newer)).isInstanceOf(Answer.Done.class);
    assertThat(house.isLeased(DOOR)).isFalse();
    assertThat(house.desk().isBehind()).isTrue();
    assertThat(house.onDisk().behind()).isTrue();
    assertThat(house.stateOnDisk().shown()).as("for its owner to compare").contains(shown);
    assertThat(reason(house.asks(phone, house.household()))).isEqualTo(RefusedReason.BEHIND);
    assertThat(house.desk().inviteFor(InviteTerms.ONE_DEVICE)).isEqualTo(new Inviting.Behind());
  }
}
