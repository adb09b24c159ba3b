package io.mashrabiya.media.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Pace PACE = new Pace(Duration.ofMillis(66));

  private static Pace.Step at(long dueMillis, long elapsedMillis) {
    return PACE.next(Duration.ofMillis(dueMillis), Duration.ofMillis(elapsedMillis));
  }

  @Test
  void next_early_waitsForTheRest() {
    assertThat(at(100, 70)).isEqualTo(new Pace.Step.Wait(Duration.ofMillis(30)));
  }

  @Test
  void next_onTime_shows() {
    assertThat(at(100, 100)).isEqualTo(new Pace.Step.Show());
  }

  @Test
  void next_lateWithinPatience_shows() {
    assertThat(at(100, 166)).isEqualTo(new Pace.Step.Show());
  }

  @Test
  void next_laterThanPatience_skips() {
    assertThat(at(100, 167)).isEqualTo(new Pace.Step.Skip(Duration.ofMillis(167)));
  }
}
