package io.mashrabiya.device.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.device.accept.Age;
import io.mashrabiya.device.accept.Counts;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a device asks, hears and sees, against a home of a few lines with the real letters.
class LookingTest {
  private static final CameraId DOOR = TestHome.DOOR;
  private static final CameraId NURSERY = new CameraId(2, 2);
  private static final Kid MAIN = TestHome.MAIN;
  private static final Ticket TICKET = new Ticket(new byte[Ticket.SIZE_BYTES]);

  private final TestHome home = new TestHome();
  private Looking looking;

  @BeforeEach
  void begin() throws LinkFailed {
    looking = home.begin();
  }

  private Answer open() {
    return looking.open(DOOR, Purpose.VIEW).join();
  }

  private <R extends Request> R asked(Class<R> kind) {
    return kind.cast(home.asked.getLast());
  }

  // ---- beginning ----

  @Test
  void hello_provesWhoItIsToTheRelayThatAsks() {
    var ask =
        new DeviceHears.Ask(
            new Challenge(new byte[Challenge.SIZE_BYTES]), new Origin("https://relay.example"));
    var hello = (DeviceSays.DeviceHello) Looking.hello(home.membership, ask);
    assertThat(hello.proof().device()).isEqualTo(home.membership.device());
    assertThat(hello.proof().answers(ask.nonce(), ask.origin(), home.phone.sign().publicKey()))
        .isTrue();
  }

  @Test
  void welcomed_underAnotherRootsCertificate_isRefused() {
    var others = HouseholdKeys.found(RootKey.generate(), TestHome.NOW).certificate();
    var welcome = new DeviceHears.Welcome(others.statement(), true, TICKET);
    assertThatThrownBy(() -> home.begin(welcome)).isInstanceOf(LinkFailed.class);
  }

  @Test
  void homeOnline_isWhatTheRelaySaidLast() throws LinkFailed {
    assertThat(looking.homeOnline()).isTrue();
    looking.hears(new DeviceHears.Online(false));
    assertThat(looking.homeOnline()).isFalse();
  }

  // ---- looking ----

  @Test
  void open_answered_subscribesAndSeesWhatIsSealedForIt() {
    assertThat(open()).isInstanceOf(Answer.Opened.class);
    assertThat(home.media).containsExactly(new MediaMessage.Subscribe(DOOR, MAIN, 3));
    Request.Open open = asked(Request.Open.class);
    assertThat(open.camera()).isEqualTo(DOOR);
    assertThat(open.purpose()).isEqualTo(Purpose.VIEW);
    assertThat(open.stamp().held()).isEqualTo(home.membership.memberList().edition());
    looking.arrived(home.frame(3));
    assertThat(home.sights)
        .singleElement()
        .isInstanceOfSatisfying(
            Sight.Seen.class,
            seen -> {
              assertThat(seen.number()).isEqualTo(3);
              assertThat(seen.accepted().paint()).isTrue();
              assertThat(seen).hasToString("Seen[%s 10/MAIN #3, 1 bytes]".formatted(DOOR));
            });
  }

  @Test
  void open_again_asksFromWhatFollowsTheLastFrame() {
    open();
    looking.arrived(home.frame(7));
    open();
    assertThat(home.media.getLast()).isEqualTo(new MediaMessage.Subscribe(DOOR, MAIN, 8));
  }

  @Test
  void open_refused_isToldAndNothingIsSubscribed() {
    home.answers = (request, hash) -> home.refused(hash, RefusedReason.PRIVATE);
    assertThat(open()).isInstanceOf(Answer.Refused.class);
    assertThat(home.media).isEmpty();
    assertThatThrownBy(() -> looking.counts(DOOR)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void open_answeredWithAnotherCamera_fails() {
    assertThatThrownBy(() -> looking.open(NURSERY, Purpose.VIEW).join())
        .hasCauseInstanceOf(LinkFailed.class);
    assertThat(home.media).isEmpty();
  }

  @Test
  void open_answeredWithANewerMemberList_holdsIt() {
    home.members = home.list(2);
    open();
    assertThat(looking.membership().memberList()).isEqualTo(home.members);
    assertThat(home.asked).hasSize(1);
  }

  /// The home is an old copy of itself, and is shown what it signed before.
  @Test
  void open_answeredWithAListThatContradictsOurs_showsTheHomeOurs() {
    home.members = home.otherList(1);
    open();
    assertThat(asked(Request.Newer.class).memberList())
        .isEqualTo(home.membership.memberList().statement());
  }

  @Test
  void ask_givenUp_isNotHeardWhenItIsAnswered() {
    home.answers = (request, hash) -> Optional.empty();
    CompletableFuture<Answer> unanswered = looking.ask(Request.Household::new);
    RequestHash late = home.letters.getLast().hash();
    unanswered.cancel(false);
    home.clock = Duration.ofSeconds(30);
    home.say(new Answer.Done(TestHome.NOW.plusSeconds(30), late));
    assertThat(looking.age(Micros.of(TestHome.NOW))).isInstanceOf(Age.Unknown.class);
  }

  @Test
  void ask_answered_isTheAnswer() {
    assertThat(looking.ask(Request.Household::new))
        .isCompletedWithValueMatching(Answer.Done.class::isInstance);
  }

  // ---- beats ----

  @Test
  void beat_namesItsSessionsWithANumberThatRises() {
    open();
    RequestHash session = home.letters.getLast().hash();
    assertThat(looking.beat().join()).isInstanceOf(Answer.BeatAnswer.class);
    assertThat(asked(Request.Beat.class).sessions()).containsExactly(session);
    assertThat(asked(Request.Beat.class).number()).isEqualTo(1);
    looking.beat();
    assertThat(asked(Request.Beat.class).number()).isEqualTo(2);
  }

  @Test
  void beat_sessionThatTheHomeDoesNotKnow_isOpenedAgainForTheSame() {
    looking.open(DOOR, Purpose.LISTEN);
    home.forgets = true;
    looking.beat();
    assertThat(asked(Request.Open.class).camera()).isEqualTo(DOOR);
    assertThat(asked(Request.Open.class).purpose()).isEqualTo(Purpose.LISTEN);
  }

  @Test
  void beat_nameOfALaterEpoch_makesThePicturesOfBeforeOld() {
    open();
    home.epoch = 11;
    looking.beat();
    looking.arrived(home.frame(4));
    assertThat(home.sights).isEmpty();
    assertThat(looking.counts(DOOR)).isEqualTo(new Counts(1, 0, 0, 0, 0));
  }

  // ---- age ----

  @Test
  void age_afterAnAnswer_isBoundedByIt() {
    long taken = Micros.of(TestHome.NOW.minusSeconds(1));
    assertThat(looking.age(taken)).isEqualTo(new Age.Unknown(TestHome.NOW.minusSeconds(1)));
    assertThat(looking.isLive(taken)).isFalse();
    looking.ask(Request.Household::new);
    assertThat(looking.age(taken)).isEqualTo(new Age.Known(Duration.ofSeconds(1)));
    assertThat(looking.isLive(taken)).isTrue();
  }

  // ---- what the relay says ----

  @Test
  void hears_newerCertificateOfOurRoot_isHeldAndEndsTheLink() {
    var newer = home.renewed();
    var message = new DeviceHears.Certificate(newer.statement());
    assertThatThrownBy(() -> looking.hears(message)).isInstanceOf(LinkFailed.class);
    assertThat(looking.membership().home()).isEqualTo(newer);
  }

  @Test
  void hears_certificateOfAnotherRoot_isNotHeld() {
    var others = HouseholdKeys.found(RootKey.generate(), TestHome.NOW).certificate();
    var message = new DeviceHears.Certificate(others.statement());
    assertThatThrownBy(() -> looking.hears(message)).isInstanceOf(LinkFailed.class);
    assertThat(looking.membership()).isEqualTo(home.membership);
  }

  @Test
  void hears_newerCardWithTheKeyOfWhatWaits_opensIt() throws LinkFailed {
    open();
    Kid next = new Kid(11, Track.MAIN);
    looking.arrived(home.frameUnder(next));
    assertThat(home.sights).isEmpty();
    looking.hears(new DeviceHears.Card(home.card(2, MAIN, next)));
    assertThat(home.sights).singleElement().isInstanceOf(Sight.Seen.class);
  }

  @Test
  void hears_ticketThatNobodyAskedFor_isNothing() throws LinkFailed {
    looking.hears(new DeviceHears.NewTicket(TICKET));
    assertThat(looking.membership()).isEqualTo(home.membership);
  }

  @Test
  void hears_greetingInTheMiddle_endsTheLink() {
    var certificate = home.keys.certificate().statement();
    for (DeviceHears greeting :
        List.of(
            new DeviceHears.Ask(new Challenge(new byte[32]), new Origin("https://relay.example")),
            new DeviceHears.Welcome(certificate, true, TICKET),
            new DeviceHears.Known(0, 0, 0, 0, 0, 0),
            new DeviceHears.InviteWelcome(certificate),
            new DeviceHears.Enrolled(new byte[1]),
            new DeviceHears.BackSoon(1),
            new DeviceHears.Bye(ByeReason.SUSPENDED))) {
      assertThatThrownBy(() -> looking.hears(greeting)).isInstanceOf(LinkFailed.class);
    }
  }

  /// A list that is no newer than the one held is worth no question.
  @Test
  void hears_pushOrALetterOfAnotherHome_changesNothing() throws LinkFailed {
    looking.hears(home.push());
    looking.hears(new TestHome().push());
    assertThat(home.asked).isEmpty();
    assertThat(home.sights).isEmpty();
  }

  @Test
  void ended_whileAnAnswerIsWaitedFor_failsIt() {
    home.answers = (request, hash) -> Optional.empty();
    CompletableFuture<Answer> waiting = looking.ask(Request.Household::new);
    looking.ended();
    assertThat(waiting).isCompletedExceptionally();
  }

  @Test
  void correspondence_ofTheLinkIsOne() throws Exception {
    assertThat(
            looking
                .correspondence()
                .ask(Request.Household::new, Duration.ofSeconds(20))
                .answer()
                .clock())
        .isEqualTo(Instant.from(TestHome.NOW));
  }
}
