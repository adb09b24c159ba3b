package io.mashrabiya.home.desk;

import static io.mashrabiya.home.desk.TestDesk.LINK;
import static io.mashrabiya.home.desk.TestDesk.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.desk.TestDesk.Device;
import io.mashrabiya.vault.enrol.Invitation;
import io.mashrabiya.vault.enrol.Newcomer;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.letter.HomeLetter;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Newcomers as a relay brings them, with the messages that a real one sends.
class EnrolmentsTest {
  @TempDir private Path temp;
  private TestDesk house;

  @BeforeEach
  void open() throws Exception {
    house = new TestDesk(temp.resolve("data"));
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private Invitation invite() {
    return house.desk().invite(InviteTerms.ONE_DEVICE);
  }

  private static Newcomer newcomer(Invitation invitation) {
    return new Newcomer(invitation.link(), DeviceKeys.generate(), "Tablet");
  }

  private Optional<EnrolAnswer> answer(Newcomer newcomer, List<HomeSays> said) {
    HomeSays.Enrolled told = only(HomeSays.Enrolled.class, said).getLast();
    assertThat(told.link()).isEqualTo(LINK);
    return newcomer.accept(told.answer());
  }

  @Test
  void invite_isToldTheRelayWithItsTime() {
    Invitation invitation = invite();
    assertThat(house.said()).containsExactly(new HomeSays.Invite(invitation.id(), 600));
  }

  @Test
  void enrol_byInvite_isTakenInAndAnsweredLast() throws Exception {
    Newcomer tablet = newcomer(invite());
    house.said();
    house.enrol(tablet);
    List<HomeSays> said = house.said();
    EnrolAnswer answer = answer(tablet, said).orElseThrow();
    assertThat(answer.certificate()).isEqualTo(house.certificate());
    assertThat(answer.memberList().members()).containsOnlyKeys(answer.device());
    assertThat(said).extracting(Object::getClass).startsWith(HomeSays.Members.class);
    assertThat(only(HomeSays.Card.class, said))
        .extracting(card -> card.card().device())
        .containsExactly(answer.device());
    assertThat(said.getLast()).isInstanceOf(HomeSays.Enrolled.class);
  }

  @Test
  void enrol_byInvite_tellsEveryPageOfTheMembers() throws Exception {
    Device phone = house.enrolled("Phone");
    Newcomer tablet = newcomer(invite());
    house.said();
    house.enrol(tablet);
    assertThat(only(HomeSays.Post.class, house.said()))
        .filteredOn(post -> post.device().equals(phone.id()))
        .singleElement()
        .satisfies(post -> {
          assertThat(post.link()).isZero();
          assertThat(phone.letters().open(post.letter())).isInstanceOf(HomeLetter.Pushed.class);
        });
  }

  @Test
  void enrol_sameMessageAgain_isAnsweredAgainAndChangesNothing() throws Exception {
    Newcomer tablet = newcomer(invite());
    house.enrol(tablet);
    house.said();
    house.enrol(tablet);
    List<HomeSays> said = house.said();
    assertThat(said).hasSize(1);
    assertThat(answer(tablet, said)).isPresent();
  }

  @Test
  void enrol_otherKeysWithAUsedInvite_isRefused() throws Exception {
    Invitation invitation = invite();
    house.enrol(newcomer(invitation));
    house.said();
    Newcomer thief = newcomer(invitation);
    house.enrol(thief);
    List<HomeSays> said = house.said();
    assertThat(said).hasSize(1);
    assertThat(answer(thief, said)).isEmpty();
    assertThat(house.onDisk().members()).hasSize(1);
  }

  @Test
  void enrol_inviteThatNobodyMade_isRefused() throws Exception {
    house.desk().enrol(new HomeHears.Enrol(new InviteId(1, 1), LINK, new byte[100]));
    assertThat(house.said())
        .singleElement()
        .isInstanceOfSatisfying(
            HomeSays.Enrolled.class, told -> assertThat(told.answer()).isEmpty());
  }

  @Test
  void enrol_tenthMessageThatDoesNotOpen_withdrawsTheInvite() throws Exception {
    Invitation invitation = invite();
    for (int i = 0; i < 9; i++) {
      house.desk().enrol(new HomeHears.Enrol(invitation.id(), LINK, new byte[100]));
    }
    assertThat(only(HomeSays.Uninvite.class, house.said())).isEmpty();
    house.desk().enrol(new HomeHears.Enrol(invitation.id(), LINK, new byte[100]));
    assertThat(only(HomeSays.Uninvite.class, house.said()))
        .containsExactly(new HomeSays.Uninvite(invitation.id()));
    Newcomer late = newcomer(invitation);
    house.enrol(late);
    assertThat(answer(late, house.said())).isEmpty();
  }

  @Test
  void enrol_afterTenMinutes_isRefused() throws Exception {
    Newcomer late = newcomer(invite());
    house.pass(Duration.ofMinutes(10));
    house.enrol(late);
    assertThat(answer(late, house.said())).isEmpty();
    assertThat(house.onDisk().members()).isEmpty();
  }
}
