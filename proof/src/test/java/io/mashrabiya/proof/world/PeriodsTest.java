package io.mashrabiya.proof.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeriodsTest {
  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  private final Periods periods = new Periods(at(100));

  @Test
  void cover_fromTheNewestPictureOfTheBeginning_isTrue() {
    assertThat(periods.cover(at(99))).isFalse();
    assertThat(periods.cover(at(100))).isTrue();
    assertThat(periods.cover(at(1_000_000))).isTrue();
  }

  /// A phone slept while it lost its right and got it again; what had been sent before comes then.
  @Test
  void cover_ofWhatCameLateFromAnEarlierRight_isTrue() {
    periods.beginAgain(at(200), at(300));

    assertThat(periods.cover(at(150))).isTrue();
    assertThat(periods.cover(at(200))).isTrue();
    assertThat(periods.cover(at(300))).isTrue();
  }

  @Test
  void cover_ofWhatWasTakenBetweenTwoRights_isFalse() {
    periods.beginAgain(at(200), at(300));

    assertThat(periods.cover(at(201))).isFalse();
    assertThat(periods.cover(at(299))).isFalse();
    assertThat(periods.cover(at(99))).isFalse();
  }
}
