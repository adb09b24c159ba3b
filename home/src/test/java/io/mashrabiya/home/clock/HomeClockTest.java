package io.mashrabiya.home.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HomeClockTest {
  private Instant wall = Instant.ofEpochSecond(1_000);
  private long nanos;
  private final HomeClock clock = new HomeClock(() -> wall, () -> nanos);

  @Test
  void instant_wallSetBack_goesOn() {
    nanos = 5_000_000_000L;
    wall = Instant.ofEpochSecond(10);
    assertThat(clock.leapt()).isFalse();
    assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(1_005));
    assertThat(clock.nowMicros()).isEqualTo(1_005_000_000L);
  }

  @Test
  void leapt_machineSlept_goesOnAtTheWallsTime() {
    nanos = 1_000_000_000L;
    wall = Instant.ofEpochSecond(4_600);
    assertThat(clock.leapt()).isTrue();
    assertThat(clock.instant()).isEqualTo(wall);
    assertThat(clock.leapt()).isFalse();
  }

  @Test
  void leapt_wallDriftsALittle_isNot() {
    nanos = 1_000_000_000L;
    wall = Instant.ofEpochSecond(1_002).plusMillis(999);
    assertThat(clock.leapt()).isFalse();
  }
}
