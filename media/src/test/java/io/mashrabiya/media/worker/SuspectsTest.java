package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SuspectsTest {
  private static final Subject DOOR = new Subject("door");
  private static final Subject NURSERY = new Subject("nursery");
  private static final Duration NOW = Duration.ofDays(1);

  private final Suspects suspects = new Suspects();

  @Test
  void blame_once_isNoRest() {
    assertThat(suspects.blame(DOOR, NOW)).isZero();
    assertThat(suspects.rests(DOOR, NOW)).isFalse();
  }

  @Test
  void blame_again_restsTwiceAsLongEachTimeUpToAMost() {
    suspects.blame(DOOR, NOW);
    for (long seconds : new long[] {10, 20, 40, 80, 160, 320, 600, 600}) {
      assertThat(suspects.blame(DOOR, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(suspects.blame(DOOR, NOW)).isEqualTo(Suspects.MOST_REST);
    }
  }

  @Test
  void rests_forAsLongAsItWasSaid_andNobodyElse() {
    suspects.blame(DOOR, NOW);
    suspects.blame(DOOR, NOW);
    Duration end = NOW.plus(Suspects.FIRST_REST);
    assertThat(suspects.rests(DOOR, end.minusNanos(1))).isTrue();
    assertThat(suspects.rests(DOOR, end)).isFalse();
    assertThat(suspects.rests(NURSERY, NOW)).isFalse();
  }

  @Test
  void blame_anHourAfterTheLast_isTheFirstAgain() {
    suspects.blame(DOOR, NOW);
    suspects.blame(DOOR, NOW);
    assertThat(suspects.blame(DOOR, NOW.plus(Suspects.FORGIVEN_AFTER))).isZero();
  }
}
