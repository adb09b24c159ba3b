package io.mashrabiya.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinningTest {
  private static final long BEGUN_MICROS = 1_795_426_800_000_000L;

  private static int kept(int framesPerSecond, int camera, int seconds) {
    var thinning = new Thinning(framesPerSecond);
    int kept = 0;
    for (int i = 0; i < camera * seconds; i++) {
      long jitterMicros = i % 3 * 2_000L;
      kept += thinning.keeps(BEGUN_MICROS + i * 1_000_000L / camera + jitterMicros) ? 1 : 0;
    }
    return kept;
  }

  @ParameterizedTest
  @CsvSource({
    "6, 25, 60", // 6 a second
    "15, 25, 150",
    "15, 30, 150",
    "15, 15, 150",
    "15, 10, 100", // all that there are
    "6, 6, 60",
  })
  void keeps_inTenSeconds_soMany(int wanted, int camera, int expected) {
    assertThat(kept(wanted, camera, 10)).isBetween(expected - 2, expected + 2);
  }

  @Test
  void keeps_afterAPause_doesNotCatchUp() {
    var thinning = new Thinning(5);
    assertThat(thinning.keeps(BEGUN_MICROS)).isTrue();
    assertThat(thinning.keeps(BEGUN_MICROS + 10_000_000)).isTrue();
    assertThat(thinning.keeps(BEGUN_MICROS + 10_040_000)).isFalse();
  }

  @Test
  void keeps_aClockThatWentBack_goesOn() {
    var thinning = new Thinning(5);
    assertThat(thinning.keeps(BEGUN_MICROS)).isTrue();
    assertThat(thinning.keeps(BEGUN_MICROS - 3_600_000_000L)).isTrue();
    assertThat(thinning.keeps(BEGUN_MICROS - 3_599_960_000L)).isFalse();
  }
}
