package io.mashrabiya.device.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HomeKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.letter.HomeLetters;
import io.mashrabiya.vault.letter.RequestOpening;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Version;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Which member list a device holds, and when it shows it, against a home of a few lines with the
/// real letters.
class LookingListsTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
  private static final HouseholdKeys HOUSE = HouseholdKeys.found(RootKey.generate(), NOW);
  private static final HomeLetters HOME = new HomeLetters(HOUSE);
  private static final DeviceKeys PHONE = DeviceKeys.generate();
  private static final DeviceId ID = PHONE.idIn(HOUSE.household());
  private static final DeviceKeys OTHER = DeviceKeys.generate();
  private static final CameraId DOOR = new CameraId(1, 1);

  private static final Statement HELD = list(HOUSE.home(), 2, NOW);
  private static final Statement NEWER = list(HOUSE.home(), 3, NOW.plusSeconds(1));
  private static final Statement OLDER = list(HOUSE.home(), 1, NOW.minusSeconds(1));
  private static final Statement CONTRADICTS = list(HOUSE.home(), 2, NOW.plusSeconds(1));

  /// What the device asked and the home has not answered yet.
  private final Deque<Asking> asked = new ArrayDeque<>();

  /// The lists that were shown.
  private final List<Statement> shown = new ArrayList<>();

  private Duration elapsed = Duration.ZERO;
  private final Looking looking = looking();

  private record Asking(Request request, RequestHash hash) {}

  private static Statement list(HomeKeys home, long version, Instant ruled) {
    var keys = new TreeMap<DeviceId, VerifyingKey>();
    keys.put(ID, PHONE.sign().publicKey());
    var edition = new Edition(new Version(HOUSE.certificate().serial(), version), ruled);
    return MemberList.issue(HOUSE.household(), edition, keys, home.sign()).statement();
  }

  private Looking looking() {
    try {
      MemberList held = MemberList.verify(HELD, HOUSE.certificate()).orElseThrow();
      Origin relay = new Origin("https://relay.example");
      return new Looking(
          () -> new Moment(elapsed, Duration.between(Instant.EPOCH, NOW).plus(elapsed)),
          _ -> {},
          new Membership(PHONE, HOUSE.certificate(), held, "Our house", relay),
          true,
          new Links());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private final class Links implements Looking.Outward {
    @Override
    public void say(DeviceSays message) {
      Letter letter = ((DeviceSays.Post) message).letter();
      switch (HOME.open(letter, PHONE.sign().publicKey())) {
        case RequestOpening.Opened(Request.Newer newer, RequestHash hash) -> {
          shown.add(newer.memberList());
          asked.add(new Asking(newer, hash));
        }
        case RequestOpening.Opened(Request request, RequestHash hash) ->
            asked.add(new Asking(request, hash));
        case RequestOpening other -> throw new AssertionError("not opened: " + other);
      }
    }

    @Override
    public void say(MediaMessage message) {}

    @Override
    public void aside(Runnable deed) {
      deed.run();
    }
  }

  private interface Word {
    Answer to(RequestHash request);
  }

  /// The home answers what was asked first.
  private void answers(Word word) throws Exception {
    Answer answer = word.to(asked.remove().hash());
    looking.hears(new DeviceHears.Post(HOME.seal(answer, ID, PHONE.kem().publicKey())));
  }

  private void pushes(Statement list) throws Exception {
    Push push = new Push.HouseholdChanged(NOW, list);
    looking.hears(new DeviceHears.Post(HOME.seal(push, ID, PHONE.kem().publicKey())));
  }

  private void removes() {
    var _ = looking.ask(stamp -> new Manage.Remove(stamp, OTHER.idIn(HOUSE.household())));
  }

  private void opens() {
    var _ = looking.open(DOOR, Purpose.VIEW);
  }

  private static Word ruled(Statement list) {
    return request -> new Answer.Ruled(NOW, request, list);
  }

  private static Word behind() {
    return request -> new Answer.Refused(NOW, request, RefusedReason.BEHIND);
  }

  private static Word household() {
    return request ->
        new Answer.HouseholdAnswer(
            NOW, request, "House", List.of(), List.of(), List.of(), HousePrivacy.NONE, "UTC");
  }

  private static Word opened(Statement list) {
    var card = KeyCards.make(HOUSE, ID, PHONE.kem().publicKey(), 1, List.of());
    return request -> new Answer.Opened(NOW, request, DOOR, card, 10, list, List.of());
  }

  private Statement held() {
    return looking.membership().memberList().statement();
  }

  // ---- what is kept ----

  @Test
  void ruled_withANewerList_isHeldWhenWhoeverAskedHearsOfIt() throws Exception {
    List<Statement> heldThen = new ArrayList<>();
    var _ =
        looking
            .ask(stamp ->
                new Manage.SetPrivacy(
                    stamp, Optional.of(DOOR), Optional.empty(), Optional.empty(), Week.EMPTY))
            .thenAccept(_ -> heldThen.add(held()));
    answers(ruled(NEWER));
    assertThat(heldThen).containsExactly(NEWER);
    assertThat(shown).isEmpty();
  }

  @Test
  void pushed_newerList_isHeldOnceTheHomeAnsweredWhoHoldsTheOther() throws Exception {
    pushes(NEWER);
    assertThat(held()).isEqualTo(HELD);
    assertThat(asked.getFirst().request().stamp().held())
        .isEqualTo(looking.membership().memberList().edition());
    answers(household());
    assertThat(held()).isEqualTo(NEWER);
    assertThat(shown).isEmpty();
  }

  /// An old copy has ruled more than the home did that it was copied from, and tells its devices.
  @Test
  void pushed_newerListOfAHomeThatIsBehind_isNotHeld() throws Exception {
    pushes(NEWER);
    answers(behind());
    assertThat(held()).isEqualTo(HELD);
    assertThat(shown).containsExactly(HELD);
  }

  @Test
  void opened_withANewerList_isHeldAndNamedAtTheNextOpening() throws Exception {
    opens();
    answers(opened(NEWER));
    assertThat(held()).isEqualTo(NEWER);
    opens();
    assertThat(asked.remove().request().stamp().held())
        .isEqualTo(looking.membership().memberList().edition());
  }

  @Test
  void lists_olderOrOfAnotherHand_areNotHeld() throws Exception {
    HouseholdKeys thief = HouseholdKeys.found(RootKey.generate(), NOW);
    for (Statement list : List.of(OLDER, list(thief.home(), 9, NOW), HELD)) {
      pushes(list);
      removes();
      answers(ruled(list));
    }
    assertThat(held()).isEqualTo(HELD);
    assertThat(shown).isEmpty();
  }

  /// A relay repeats it, or it comes too late: it says nothing.
  @Test
  void ruled_thatNobodyWaitsFor_isNotHeard() throws Exception {
    removes();
    RequestHash request = asked.getFirst().hash();
    answers(ruled(HELD));
    asked.add(new Asking(new Request.Household(new Stamp(nonce(), NOW, Edition.NONE)), request));
    answers(ruled(NEWER));
    assertThat(held()).isEqualTo(HELD);
  }

  private static Nonce nonce() {
    return Nonce.random(new SecureRandom());
  }

  // ---- what is shown ----

  @Test
  void contradiction_inAnAnswerOrAPush_isAnsweredWithTheListHeldOnce() throws Exception {
    opens();
    answers(opened(CONTRADICTS));
    pushes(CONTRADICTS);
    removes();
    asked.addFirst(asked.removeLast());
    answers(ruled(CONTRADICTS));
    assertThat(shown).containsExactly(HELD);
    assertThat(held()).isEqualTo(HELD);
  }

  @Test
  void contradiction_inAPushAlone_isAnsweredWithTheListHeld() throws Exception {
    pushes(CONTRADICTS);
    assertThat(shown).containsExactly(HELD);
  }

  @Test
  void contradiction_inARuling_isAnsweredWithTheListHeld() throws Exception {
    removes();
    answers(ruled(CONTRADICTS));
    assertThat(shown).containsExactly(HELD);
  }

  /// All cameras are refused at once, and what shows the list is refused in the end as well.
  @Test
  void behind_ofManyQuestions_isAnsweredWithTheListHeldOnce() throws Exception {
    opens();
    opens();
    opens();
    for (int i = 0; i < 4; i++) {
      answers(behind());
    }
    assertThat(asked).isEmpty();
    assertThat(shown).containsExactly(HELD);
  }

  @Test
  void behind_afterANewerListCame_isAnsweredWithThatToo() throws Exception {
    opens();
    answers(behind());
    pushes(NEWER);
    asked.addFirst(asked.removeLast());
    answers(household());
    opens();
    asked.addFirst(asked.removeLast());
    answers(behind());
    assertThat(shown).containsExactly(HELD, NEWER);
  }

  @Test
  void refusal_forAnyOtherReason_showsNothing() throws Exception {
    opens();
    answers(request -> new Answer.Refused(NOW, request, RefusedReason.NOT_ALLOWED));
    assertThat(shown).isEmpty();
  }

  /// The newest copy was put back, and after it the old one again.
  @Test
  void behind_afterItServed_isAnsweredAgain() throws Exception {
    opens();
    answers(behind());
    answers(request -> new Answer.Done(NOW, request));
    var _ = looking.beat();
    answers(request -> new Answer.BeatAnswer(NOW, request, List.of(), List.of(), List.of()));
    opens();
    answers(behind());
    assertThat(shown).containsExactly(HELD, HELD);
  }

  /// What shows the list was lost on its way.
  @Test
  void behind_whenTheListWasNotAnswered_isAnsweredAgain() throws Exception {
    opens();
    answers(behind());
    asked.clear();
    elapsed = Duration.ofSeconds(61); // no answer is waited for any longer
    opens();
    answers(behind());
    assertThat(shown).containsExactly(HELD, HELD);
  }
}
