package io.mashrabiya.home.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.Eventually;
import io.mashrabiya.home.link.RelayLink.LinkState;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The control link against a relay that says what the test says.
class RelayLinkTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Challenge ASKED = Challenge.random(RANDOM);
  private static final Ticket TICKET = Ticket.random(RANDOM);
  private static final HomeHears.Enrol NEWCOMER =
      new HomeHears.Enrol(new InviteId(1, 1), 7, new byte[10]);

  @TempDir private Path temp;
  private TestLinks house;
  private ScriptedRelay relay;
  private final Household household = new Household();
  private RelayLink link;
  private Optional<AdmissionCode> admission = Optional.empty();

  /// What the link hands on, and what it is to tell.
  private static final class Household implements RelayLink.Household {
    private final BlockingQueue<HomeHears> came = new LinkedBlockingQueue<>();
    private volatile List<HomeSays> introduction = List.of(word(0));
    private volatile Runnable whileIntroducing = () -> {};
    private volatile Fault fault = () -> {};

    interface Fault {
      void happens() throws IOException;
    }

    @Override
    public List<HomeSays> introduction() {
      whileIntroducing.run();
      return introduction;
    }

    @Override
    public void letter(HomeHears.Post post) {
      came.add(post);
    }

    @Override
    public void enrol(HomeHears.Enrol enrol) throws IOException {
      fault.happens();
      came.add(enrol);
    }
  }

  @BeforeEach
  void open() throws Exception {
    house = new TestLinks(temp.resolve("data"));
    relay = new ScriptedRelay();
  }

  @AfterEach
  void close() throws Exception {
    link.close();
    relay.close();
    house.close();
  }

  private void start(LinkPatience patience) {
    MediaLink media =
        new MediaLink(
            relay.origin(), TestLinks.HTTP, house.outbox(), house.live(), () -> {}, patience);
    link =
        new RelayLink(
            house.folder().keys(),
            relay.origin(),
            admission,
            TestLinks.HTTP,
            household,
            media,
            patience);
    link.start();
  }

  /// Something that can be said, and told from all else that is said.
  private static HomeSays word(long number) {
    return new HomeSays.Uninvite(new InviteId(0, number));
  }

  private ScriptedLink asked() throws Exception {
    ScriptedLink line = relay.control();
    line.says(new HomeHears.Ask(ASKED, relay.origin()));
    return line;
  }

  /// Takes the home's next link and welcomes it.
  private ScriptedLink welcomed() throws Exception {
    ScriptedLink line = asked();
    assertThat(line.hears()).isInstanceOf(HomeSays.HomeHello.class);
    line.says(new HomeHears.Welcome(TICKET));
    return line;
  }

  private ScriptedLink introduced() throws Exception {
    ScriptedLink line = welcomed();
    for (HomeSays message : household.introduction) {
      assertThat(line.hears()).isEqualTo(message);
    }
    Eventually.holds(() -> link.state() == LinkState.UP);
    return line;
  }

  // ---- the greeting ----

  @Test
  void greeting_provesTheHomeForThisChallengeAndThisOrigin() throws Exception {
    start(TestLinks.PATIENT);
    HomeSays.HomeHello hello = (HomeSays.HomeHello) asked().hears();
    assertThat(hello.certificate()).isEqualTo(house.folder().keys().certificate().statement());
    assertThat(
            hello
                .proof()
                .answers(ASKED, relay.origin(), house.folder().keys().certificate().sign()))
        .isTrue();
  }

  @Test
  void greeting_relayThatNamesAnotherOrigin_isSignedNothing() throws Exception {
    start(TestLinks.PATIENT);
    ScriptedLink line = relay.control();
    line.says(new HomeHears.Ask(ASKED, new Origin("https://relay.example")));
    line.isEnded(); // and nothing came before
    Eventually.holds(() -> link.state() == LinkState.OTHER_ORIGIN);
    introduced();
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_ADMITTED, NOT_ADMITTED",
    "SUSPENDED, SUSPENDED",
    "RIVAL, RIVAL",
    "REPLACED, RIVAL",
    "NOT_PROVEN, DOWN"
  })
  void greeting_bye_isShownAndTriedAgain(ByeReason reason, LinkState state) throws Exception {
    start(TestLinks.PATIENT);
    ScriptedLink line = asked();
    line.hears();
    line.says(new HomeHears.Bye(reason));
    ScriptedLink next = relay.control();
    assertThat(link.state()).isEqualTo(state);
    next.hangsUp();
    introduced();
  }

  @Test
  void greeting_relayThatAsksNothing_isLeftAndTriedAgain() throws Exception {
    Duration brief = Duration.ofMillis(50);
    start(new LinkPatience(brief, Eventually.GUARD, brief, brief, brief));
    relay.control().isEnded();
    relay.control().isEnded();
  }

  @ParameterizedTest
  @CsvSource({"'{\"type\":\"rival\"}'", "'{\"type\":\"nonsense\"}'", "hello"})
  void greeting_relayThatSaysSomethingElse_isLeftAndTriedAgain(String words) throws Exception {
    start(TestLinks.PATIENT);
    ScriptedLink line = relay.control();
    line.says(words);
    line.isEnded();
    introduced();
  }

  // ---- what the home says ----

  @Test
  void welcome_isAnsweredWithTheIntroductionAndAMediaLink() throws Exception {
    household.introduction = List.of(word(1), word(2), word(3));
    start(TestLinks.PATIENT);
    introduced();
    assertThat(relay.media().takes()).isEqualTo(new MediaMessage.Ticket(TICKET));
  }

  @Test
  void say_whileUp_comesInOrder() throws Exception {
    start(TestLinks.PATIENT);
    ScriptedLink line = introduced();
    for (int i = 1; i <= 50; i++) {
      link.say(word(i));
    }
    for (int i = 1; i <= 50; i++) {
      assertThat(line.hears()).isEqualTo(word(i));
    }
  }

  @Test
  void say_whileDown_isForgottenAndToldAnew() throws Exception {
    start(TestLinks.PATIENT);
    introduced().hangsUp();
    for (int i = 10; i < 60; i++) {
      link.say(word(i)); // some of them before the link knows that it is down
    }
    ScriptedLink next = relay.control(); // and now it knows
    link.say(word(1));
    household.introduction = List.of(word(2));
    next.says(new HomeHears.Ask(ASKED, relay.origin()));
    next.hears();
    next.says(new HomeHears.Welcome(TICKET));
    assertThat(next.hears()).isEqualTo(word(2));
    Eventually.holds(() -> link.state() == LinkState.UP);
    link.say(word(3));
    assertThat(next.hears()).isEqualTo(word(3));
  }

  @Test
  void say_whileTheIntroductionIsPutTogether_isSaidAfterIt() throws Exception {
    household.introduction = List.of(word(1), word(2));
    household.whileIntroducing = () -> link.say(word(3));
    start(TestLinks.PATIENT);
    ScriptedLink line = welcomed();
    assertThat(line.hears()).isEqualTo(word(1));
    assertThat(line.hears()).isEqualTo(word(2));
    assertThat(line.hears()).isEqualTo(word(3));
  }

  // ---- what the home hears ----

  @Test
  void newcomer_isHandedOn() throws Exception {
    start(TestLinks.PATIENT);
    introduced().says(NEWCOMER);
    assertThat(household.came.poll(Eventually.GUARD.toSeconds(), TimeUnit.SECONDS))
        .isInstanceOf(HomeHears.Enrol.class);
  }

  @Test
  void ticket_beginsAnotherMediaLink() throws Exception {
    start(TestLinks.PATIENT);
    ScriptedLink line = introduced();
    ScriptedLink first = relay.media();
    first.takes();
    Ticket second = Ticket.random(RANDOM);
    line.says(new HomeHears.NewTicket(second));
    first.isEnded();
    assertThat(relay.media().takes()).isEqualTo(new MediaMessage.Ticket(second));
  }

  @Test
  void rival_thatWasRefused_leavesTheLinkUp() throws Exception {
    start(TestLinks.PATIENT);
    ScriptedLink line = introduced();
    line.says(new HomeHears.Rival());
    line.says(NEWCOMER);
    household.came.poll(Eventually.GUARD.toSeconds(), TimeUnit.SECONDS);
    assertThat(link.state()).isEqualTo(LinkState.UP);
    link.say(word(1));
    assertThat(line.hears()).isEqualTo(word(1));
  }

  @ParameterizedTest
  @CsvSource({"RIVAL, RIVAL", "REPLACED, RIVAL", "GOING_AWAY, DOWN", "SUSPENDED, SUSPENDED"})
  void bye_whileUp_isShownAndTriedAgain(ByeReason reason, LinkState state) throws Exception {
    start(TestLinks.PATIENT);
    introduced().says(new HomeHears.Bye(reason));
    ScriptedLink next = relay.control();
    assertThat(link.state()).isEqualTo(state);
    next.hangsUp();
    introduced();
  }

  @Test
  void backSoon_whileUp_isHeededThoughFailuresWouldWaitFarLonger() throws Exception {
    Duration never = Eventually.GUARD.multipliedBy(10);
    start(new LinkPatience(Eventually.GUARD, Eventually.GUARD, never, never, never));
    introduced().says(new HomeHears.BackSoon(0));
    introduced();
  }

  @Test
  void greeting_invitedHome_showsItsCodeBeforeItProvesItself() throws Exception {
    var code = new AdmissionCode(new byte[AdmissionCode.SIZE_BYTES]);
    admission = Optional.of(code);
    start(TestLinks.PATIENT);
    ScriptedLink line = asked();
    assertThat(line.hears()).isEqualTo(new HomeSays.Admission(code));
    assertThat(line.hears()).isInstanceOf(HomeSays.HomeHello.class);
  }

  // ---- what ends a link ----

  @Test
  void relayThatHangsUp_endsItsMediaLinkAndIsTriedAgain() throws Exception {
    start(TestLinks.PATIENT);
    ScriptedLink line = introduced();
    ScriptedLink media = relay.media();
    media.takes();
    line.hangsUp();
    media.isEnded();
    ScriptedLink next = relay.control();
    assertThat(link.state()).isEqualTo(LinkState.DOWN);
    next.hangsUp();
    introduced();
  }

  @Test
  void relayThatIsSilent_isAskedAndThenLeft() throws Exception {
    Duration brief = Duration.ofMillis(50);
    start(new LinkPatience(Eventually.GUARD, brief, brief, brief, brief));
    ScriptedLink line = welcomed();
    line.hears();
    line.isPinged();
    line.isEnded();
    relay.control().hangsUp();
  }

  @Test
  void relayThatSaysNonsense_isLeftAndTriedAgain() throws Exception {
    start(TestLinks.PATIENT);
    ScriptedLink line = introduced();
    line.says("nonsense");
    line.isEnded();
    introduced();
  }

  @Test
  void relayThatSendsBytes_isLeftAndTriedAgain() throws Exception {
    start(TestLinks.PATIENT);
    ScriptedLink line = introduced();
    line.acknowledges(1);
    line.isEnded();
    introduced();
  }

  @Test
  void diskThatFails_endsTheLinkSoThatAllIsToldAnew() throws Exception {
    household.fault =
        () -> {
          throw new IOException("on purpose");
        };
    start(TestLinks.PATIENT);
    ScriptedLink line = introduced();
    line.says(NEWCOMER);
    line.isEnded();
    introduced();
  }

  @Test
  void faultOfOurs_endsTheLinkAndIsTriedAgain() throws Exception {
    household.fault =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    start(TestLinks.PATIENT);
    ScriptedLink line = introduced();
    line.says(NEWCOMER);
    line.isEnded();
    introduced();
  }

  @Test
  void close_endsBothLinks() throws Exception {
    start(TestLinks.PATIENT);
    ScriptedLink line = introduced();
    ScriptedLink media = relay.media();
    media.takes();
    link.close();
    line.isEnded();
    media.isEnded();
  }
}
