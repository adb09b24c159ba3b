package io.mashrabiya.home.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VigilTest {
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Vigil.Step ASK = new Vigil.Step.Ask();
  private static final Vigil.Step GIVE_UP = new Vigil.Step.GiveUp();

  private final Vigil vigil = new Vigil(QUIET, at(1_000));

  private static Duration at(long millis) {
    return Duration.ofSeconds(500).plusMillis(millis);
  }

  private static Vigil.Step listen(long millis) {
    return new Vigil.Step.Listen(Duration.ofMillis(millis));
  }

  @Test
  void next_beforeItIsQuietTooLong_listensForTheRest() {
    assertThat(vigil.next(at(1_000))).isEqualTo(listen(10_000));
    assertThat(vigil.next(at(10_999))).isEqualTo(listen(1));
  }

  @Test
  void next_quietTooLong_asksOnceAndListensAsLongAgain() {
    assertThat(vigil.next(at(11_000))).isEqualTo(ASK);
    assertThat(vigil.next(at(11_000))).isEqualTo(listen(10_000));
    assertThat(vigil.next(at(20_999))).isEqualTo(listen(1));
  }

  @Test
  void next_askedInVain_givesUp() {
    vigil.next(at(11_000));
    assertThat(vigil.next(at(21_000))).isEqualTo(GIVE_UP);
  }

  @Test
  void next_askedAndHeard_beginsAnew() {
    for (int round = 0; round < 5; round++) {
      assertThat(vigil.next(at(11_000 + round * 15_000L))).isEqualTo(ASK);
      vigil.heard(at(16_000 + round * 15_000L));
    }
    assertThat(vigil.next(at(76_000))).isEqualTo(listen(10_000));
  }

  @Test
  void next_machineThatStoodStill_isAskedBeforeItIsGivenUp() {
    assertThat(vigil.next(at(1_000_000))).isEqualTo(ASK);
    assertThat(vigil.next(at(1_000_001))).isEqualTo(listen(9_999));
  }
}
