package io.mashrabiya.relay.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Tally tally = new Tally();
  private final Pace pace = new Pace();

  @Test
  void perSecond_beforeAnythingWasSampled_isZero() {
    assertThat(pace.takenPerSecond()).isZero();
    pace.sample(tally, Duration.ZERO);
    assertThat(pace.deliveredPerSecond()).isZero();
  }

  @Test
  void perSecond_ofAnEvenFlow_isThatFlow() {
    for (int tick = 0; tick <= 8; tick++) {
      pace.sample(tally, Duration.ofMillis(250L * tick));
      tally.add(Count.FRAMES_TAKEN, 5);
      tally.add(Count.FRAMES_DELIVERED, 50);
    }
    assertThat(pace.takenPerSecond()).isEqualTo(20);
    assertThat(pace.deliveredPerSecond()).isEqualTo(200);
  }

  @Test
  void perSecond_elevenSecondsAfterTheLastFrame_isZero() {
    pace.sample(tally, Duration.ZERO);
    tally.add(Count.FRAMES_TAKEN, 500);
    pace.sample(tally, Duration.ofSeconds(1));
    pace.sample(tally, Duration.ofSeconds(12));
    pace.sample(tally, Duration.ofSeconds(13));
    assertThat(pace.takenPerSecond()).isZero();
  }
}
