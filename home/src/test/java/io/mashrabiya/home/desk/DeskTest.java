package io.mashrabiya.home.desk;

import static io.mashrabiya.home.desk.TestDesk.DOOR;
import static io.mashrabiya.home.desk.TestDesk.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.Eventually;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.home.desk.TestDesk.Device;
import io.mashrabiya.vault.enrol.Newcomer;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.link.HomeSays;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One thing at a time, and on the disk before anybody is told.
class DeskTest {
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

  @Test
  void letter_thatRemoves_isOnTheDiskBeforeAnyWordOfIt() throws Exception {
    Device phone = house.enrolled("Phone");
    Device lost = house.enrolled("Lost");
    List<Roster> found = new ArrayList<>();
    house.whenSaid(says -> found.add(house.onDisk()));
    assertThat(house.asks(phone, house.remove(lost))).isInstanceOf(Answer.Ruled.class);
    assertThat(found)
        .isNotEmpty()
        .allSatisfy(roster -> {
          assertThat(roster.members()).containsOnlyKeys(phone.id());
          assertThat(roster.struck()).containsOnlyKeys(lost.id());
        });
  }

  @Test
  void enrol_thatAdmits_isOnTheDiskBeforeAnyWordOfIt() throws Exception {
    DeviceKeys keys = DeviceKeys.generate();
    Newcomer tablet =
        new Newcomer(house.desk().invite(InviteTerms.ONE_DEVICE).link(), keys, "Tablet");
    List<Roster> found = new ArrayList<>();
    house.whenSaid(says -> found.add(house.onDisk()));
    house.enrol(tablet);
    assertThat(found)
        .isNotEmpty()
        .allSatisfy(roster ->
            assertThat(roster.members()).containsKey(keys.idIn(house.certificate().household())));
  }

  @Test
  void letter_diskFails_nobodyIsToldAnything() throws Exception {
    Device phone = house.enrolled("Phone");
    Device lost = house.enrolled("Lost");
    house.breakDisk();
    assertThatThrownBy(() -> house.desk().letter(phone.writes(house.remove(lost))))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> house.desk().letter(phone.writes(house.household())))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> house.desk().introduction()).isInstanceOf(IOException.class);
    assertThat(house.said()).isEmpty();
  }

  @Test
  void tick_diskWorksAgain_carriesTheRemovalThrough() throws Exception {
    Device phone = house.enrolled("Phone");
    Device lost = house.enrolled("Lost");
    house.asks(lost, house.open(DOOR));
    long before = house.live().epoch();
    house.said();
    house.breakDisk();
    assertThatThrownBy(() -> house.desk().letter(phone.writes(house.remove(lost))))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> house.desk().tick()).isInstanceOf(IOException.class);
    assertThat(house.isLeased(DOOR)).isFalse();
    house.mendDisk();
    house.desk().tick();
    assertThat(house.onDisk().struck()).containsOnlyKeys(lost.id());
    assertThat(house.live().epoch()).isGreaterThan(before);
    List<HomeSays> said = house.said();
    assertThat(house.members(said)).containsExactly(phone.id());
    assertThat(only(HomeSays.Card.class, said))
        .extracting(card -> card.card().device())
        .containsExactly(phone.id());
    house.desk().tick();
    assertThat(house.said()).isEmpty();
  }

  @Test
  void enrol_diskFails_theNewcomerComesInWhenItWorksAgain() throws Exception {
    Newcomer tablet =
        new Newcomer(
            house.desk().invite(InviteTerms.ONE_DEVICE).link(), DeviceKeys.generate(), "Tablet");
    house.said();
    house.breakDisk();
    assertThatThrownBy(() -> house.enrol(tablet)).isInstanceOf(IOException.class);
    assertThat(house.said()).isEmpty();
    house.mendDisk();
    house.enrol(tablet);
    List<HomeSays> said = house.said();
    assertThat(house.onDisk().members()).hasSize(1);
    assertThat(house.members(said)).hasSize(1);
    assertThat(tablet.accept(only(HomeSays.Enrolled.class, said).getFirst().answer())).isPresent();
  }

  @Test
  void letter_whileAnotherIsDealtWith_waitsItsTurn() throws Exception {
    Device phone = house.enrolled("Phone");
    CountDownLatch speaking = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    house.whenSaid(says -> {
      speaking.countDown();
      await(mayGoOn);
    });
    Thread first = ask(phone);
    await(speaking);
    Thread second = ask(phone);
    Eventually.holds(() -> second.getState() == Thread.State.BLOCKED);
    mayGoOn.countDown();
    first.join();
    second.join();
    assertThat(only(HomeSays.Post.class, house.said())).hasSize(2);
  }

  private Thread ask(Device device) {
    var letter = device.writes(house.household());
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            house.desk().letter(letter);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void finish_storesWhenEachDeviceWasLastSeen() throws Exception {
    Device phone = house.enrolled("Phone");
    house.pass(Duration.ofMinutes(3));
    house.asks(phone, house.household());
    house.desk().finish();
    assertThat(house.onDisk().members().get(phone.id()).lastSeen()).isEqualTo(house.now());
  }
}
