package io.mashrabiya.home.desk;

import static io.mashrabiya.home.desk.TestDesk.DOOR;
import static io.mashrabiya.home.desk.TestDesk.nonce;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.desk.TestDesk.Device;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.Privacy.Shutter;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.wire.statement.Statement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of the data folder that was put back after a camera was closed: the phone has the home's
/// word for that, and the tablet was off all the while.
class OldCopyTest {
  @TempDir private Path folder;
  private TestDesk house;
  private TestDesk copy;
  private Device phone;
  private Device tablet;
  private Statement ruled;
  private Edition held;

  @BeforeEach
  void putBack() throws Exception {
    house = new TestDesk(folder.resolve("data"));
    phone = house.enrolled("Phone");
    tablet = house.enrolled("Tablet");
    Path copied = house.copied();
    house.pass(Duration.ofSeconds(5));
    ruled = ((Answer.Ruled) house.asks(phone, closing(house, Edition.NONE))).memberList();
    held = MemberList.verify(ruled, house.certificate()).orElseThrow().edition();
    house.close();
    copy = new TestDesk(copied);
    copy.pass(Duration.ofMinutes(1));
  }

  @AfterEach
  void close() throws Exception {
    copy.close();
  }

  private static Request closing(TestDesk at, Edition held) {
    return new Manage.SetPrivacy(
        new Stamp(nonce(), at.now(), held),
        Optional.of(DOOR),
        Optional.of(Shutter.CLOSED),
        Optional.empty(),
        Week.EMPTY);
  }

  private Stream<Request> whatever() {
    return Stream.of(
        new Request.Household(new Stamp(nonce(), copy.now(), held)),
        new Request.Beat(new Stamp(nonce(), copy.now(), held), 1, List.of(), 0),
        closing(copy, held));
  }

  private void isFoundOut() throws Exception {
    for (Request request : whatever().toList()) {
      assertThat(copy.asks(phone, request))
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(RefusedReason.BEHIND));
    }
    var newer = new Request.Newer(new Stamp(nonce(), copy.now(), held), ruled);
    assertThat(copy.asks(phone, newer)).isInstanceOf(Answer.Done.class);
    assertThat(copy.desk().isBehind()).isTrue();
  }

  @Test
  void copy_thatRuledNothing_isFoundOutByWhateverIsAsked() throws Exception {
    isFoundOut();
  }

  /// Neither rights nor closures are in a member list: only the time tells the two.
  @Test
  void copy_thatRuledTheSameAgain_isFoundOutByWhateverIsAsked() throws Exception {
    assertThat(copy.asks(tablet, closing(copy, Edition.NONE))).isInstanceOf(Answer.Ruled.class);
    isFoundOut();
  }

  @Test
  void copy_thatTookInNewcomersAndRuledAgain_isFoundOutByWhateverIsAsked() throws Exception {
    copy.enrolled("Newcomer");
    copy.enrolled("Another");
    assertThat(copy.asks(tablet, closing(copy, Edition.NONE))).isInstanceOf(Answer.Ruled.class);
    isFoundOut();
  }

  /// What it ruled since is on its disk with the rest.
  @Test
  void copy_thatRuledAndStartedAgain_isFoundOutAllTheSame() throws Exception {
    copy.asks(tablet, closing(copy, Edition.NONE));
    Path again = copy.copied();
    copy.close();
    copy = new TestDesk(again);
    copy.pass(Duration.ofMinutes(2));
    isFoundOut();
  }

  @Test
  void home_thatForgotNothing_servesWhoHoldsItsListOfAnyAge() throws Exception {
    var first =
        MemberList.verify(
                ((Answer.Ruled) copy.asks(tablet, closing(copy, Edition.NONE))).memberList(),
                copy.certificate())
            .orElseThrow()
            .edition();
    copy.enrolled("Newcomer");
    var asked = new Request.Household(new Stamp(nonce(), copy.now(), first));
    assertThat(copy.asks(tablet, asked)).isInstanceOf(Answer.HouseholdAnswer.class);
    assertThat(copy.desk().inviteFor(InviteTerms.ONE_DEVICE))
        .isNotInstanceOf(Inviting.Behind.class);
  }
}
