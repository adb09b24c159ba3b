package io.mashrabiya.device.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.letter.DeviceLetters;
import io.mashrabiya.vault.letter.HomeLetters;
import io.mashrabiya.vault.letter.RequestOpening;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.statement.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CorrespondenceTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
  private static final Instant HOME = NOW.plusSeconds(7);
  private static final HouseholdKeys HOUSE = HouseholdKeys.found(RootKey.generate(), NOW);
  private static final DeviceKeys PHONE = DeviceKeys.generate();
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private static final Edition HELD = new Edition(new Version(7, 3), HOME);

  private final List<Correspondence.Exchange> heard = new ArrayList<>();
  private final List<Letter> sent = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;
  private Function<RequestHash, List<Answer>> home =
      request -> List.of(new Answer.Done(HOME, request));
  private final Correspondence correspondence =
      new Correspondence(
          () -> new Moment(elapsed, Duration.between(Instant.EPOCH, NOW).plus(elapsed)),
          new DeviceLetters(PHONE, HOUSE.certificate()),
          this::post,
          heard::add,
          () -> HELD);

  private void post(Letter letter) {
    sent.add(letter);
    home.apply(letter.hash()).forEach(correspondence::answered);
  }

  private Answer ask() throws Exception {
    return correspondence.ask(Request.Household::new, AT_ONCE).answer();
  }

  private Instant timeOf(Letter letter) {
    return requestIn(letter).stamp().time();
  }

  private Request requestIn(Letter letter) {
    return switch (new HomeLetters(HOUSE).open(letter, PHONE.sign().publicKey())) {
      case RequestOpening.Opened(Request request, RequestHash hash) -> request;
      case RequestOpening.NotSigned() -> throw new AssertionError("not signed");
      case RequestOpening.Unreadable() -> throw new AssertionError("unreadable");
    };
  }

  @Test
  void ask_answered_isHeardAndTheClockTaken() throws Exception {
    assertThat(ask()).isInstanceOf(Answer.Done.class);
    elapsed = Duration.ofSeconds(3);
    ask();
    assertThat(sent.stream().map(this::timeOf)).containsExactly(NOW, HOME.plusSeconds(3));
    assertThat(heard).hasSize(2);
  }

  /// A relay that repeats an old answer would else hold the clock back until the home takes no
  /// question any more.
  @Test
  void answered_oneThatIsRepeated_isNotHeardAndMovesNoClock() throws Exception {
    Answer old = ask();
    elapsed = Duration.ofSeconds(60);
    correspondence.answered(old);
    ask();
    assertThat(timeOf(sent.getLast())).isEqualTo(HOME.plusSeconds(60));
    assertThat(heard).hasSize(2);
  }

  @Test
  void answered_twiceWhileItIsWaitedFor_countsOnce() throws Exception {
    home =
        request ->
            List.of(
                new Answer.Done(HOME, request),
                new Answer.Refused(HOME.plusSeconds(99), request, RefusedReason.BUSY));
    assertThat(ask()).isInstanceOf(Answer.Done.class);
    assertThat(heard).hasSize(1);
  }

  /// It carries the home's clock, signed and for this question: the home is there.
  @Test
  void answered_refusal_isHeardToo() throws Exception {
    home = request -> List.of(new Answer.Refused(HOME, request, RefusedReason.BUSY));
    assertThat(ask()).isInstanceOf(Answer.Refused.class);
    assertThat(heard)
        .singleElement()
        .satisfies(exchange -> assertThat(exchange.answer().clock()).isEqualTo(HOME));
  }

  /// A clock that was off is set by the home's answer, and the question asked once more.
  @Test
  void ask_refusedForItsClock_isAskedOnceMoreByTheHomes() throws Exception {
    home = request -> List.of(new Answer.Refused(HOME, request, RefusedReason.CLOCK));
    assertThat(ask()).isInstanceOf(Answer.Refused.class);
    assertThat(sent.stream().map(this::timeOf)).containsExactly(NOW, HOME);
  }

  @Test
  void tell_isSentAndNobodyWaits() throws Exception {
    home = request -> List.of();
    correspondence.tell(Request.Household::new);
    assertThat(sent).hasSize(1);
  }

  @Test
  void ended_whileAQuestionWaits_failsIt() {
    home = request -> List.of();
    var waiting = correspondence.ask(Request.Household::new);
    correspondence.ended();
    assertThat(waiting).isCompletedExceptionally().isNotCancelled();
  }

  /// An answer after a minute would bound nothing.
  @Test
  void ask_aMinuteAfterAnother_givesThatOneUp() {
    home = request -> List.of();
    var first = correspondence.ask(Request.Household::new);
    elapsed = Duration.ofSeconds(60);
    var second = correspondence.ask(Request.Household::new);
    assertThat(first).isNotDone();
    elapsed = Duration.ofMillis(60_001);
    var third = correspondence.ask(Request.Household::new);
    assertThat(first).isCancelled();
    assertThat(second).isNotDone();
    assertThat(third).isNotDone();
  }

  @Test
  void answered_afterThePatienceEnded_isNotHeard() {
    home = request -> List.of();
    assertThatThrownBy(this::ask).isInstanceOf(LinkFailed.class);
    correspondence.answered(new Answer.Done(HOME, sent.getFirst().hash()));
    assertThat(heard).isEmpty();
  }
}
