package io.mashrabiya.home.desk;

import static io.mashrabiya.home.desk.TestDesk.DOOR;
import static io.mashrabiya.home.desk.TestDesk.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.desk.TestDesk.Device;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time passes as the test says.
class ClockworkTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path temp;
  private TestDesk house;
  private Device phone;
  private long firstEpoch;

  @BeforeEach
  void open() throws Exception {
    house = new TestDesk(temp.resolve("data"));
    phone = house.enrolled("Phone");
    firstEpoch = house.live().epoch();
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void tick_nothingIsDue_saysNothing() throws Exception {
    house.pass(Duration.ofSeconds(1));
    house.desk().tick();
    assertThat(house.said()).isEmpty();
    assertThat(house.live().epoch()).isEqualTo(firstEpoch);
  }

  @Test
  void tick_leaseWithoutBeat_stopsTheCameraAfterThirtySeconds() throws Exception {
    house.asks(phone, house.open(DOOR));
    house.pass(Duration.ofSeconds(30));
    house.desk().tick();
    assertThat(house.isLeased(DOOR)).isTrue();
    house.pass(Duration.ofMillis(1));
    house.desk().tick();
    assertThat(house.isLeased(DOOR)).isFalse();
  }

  @Test
  void tick_dayIsOver_beginsAnEpochAndHandsOutItsCards() throws Exception {
    house.pass(DAY.minusMillis(1));
    house.desk().tick();
    assertThat(house.live().epoch()).isEqualTo(firstEpoch);
    house.pass(Duration.ofMillis(1));
    house.desk().tick();
    assertThat(house.live().epoch()).isGreaterThan(firstEpoch);
    assertThat(only(HomeSays.Card.class, house.said()))
        .extracting(card -> card.card().device())
        .containsExactly(phone.id());
    long second = house.live().epoch();
    house.desk().tick();
    assertThat(house.live().epoch()).isEqualTo(second);
  }

  @Test
  void tick_machineSlept_endsSessionsAndOldRequestsAndBeginsAnEpoch() throws Exception {
    house.asks(phone, house.open(DOOR));
    HomeHears.Post early = phone.writes(house.household());
    house.sleep(Duration.ofSeconds(5));
    house.desk().tick();
    assertThat(house.isLeased(DOOR)).isFalse();
    assertThat(house.live().epoch()).isGreaterThan(firstEpoch);
    house.said();
    house.desk().letter(early);
    assertThat(phone.finds(house.said()))
        .hasValueSatisfying(answer ->
            assertThat(((Answer.Refused) answer).reason()).isEqualTo(RefusedReason.CLOCK));
  }

  @Test
  void tick_diskFailsAsTheMachineWakes_beginsTheEpochWhenItWorksAgain() throws Exception {
    house.asks(phone, house.open(DOOR));
    house.sleep(Duration.ofSeconds(5));
    house.breakDisk();
    assertThatThrownBy(() -> house.desk().tick()).isInstanceOf(IOException.class);
    assertThat(house.isLeased(DOOR)).isFalse();
    house.mendDisk();
    house.desk().tick();
    assertThat(house.live().epoch()).isGreaterThan(firstEpoch);
  }

  @Test
  void tick_everyTenMinutes_storesWhenEachDeviceWasLastSeen() throws Exception {
    house.pass(Duration.ofMinutes(9));
    house.asks(phone, house.household());
    var seen = house.now();
    house.desk().tick();
    assertThat(lastSeen()).isBefore(seen);
    house.pass(Duration.ofMinutes(2));
    house.desk().tick();
    assertThat(lastSeen()).isEqualTo(seen);
  }

  private Instant lastSeen() {
    return house.onDisk().members().get(phone.id()).lastSeen();
  }
}
