package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BellTest {
  private static final long SECOND_MICROS = 1_700_000_000_000_000L;
  private static final int RATE_HZ = 16_000;

  private static double loudness(float[] sound) {
    double sum = 0;
    for (float level : sound) {
      sum += level * level;
    }
    return Math.sqrt(sum / sound.length);
  }

  @Test
  void ring_atAWholeSecond_beginsThere() {
    Bell bell = new Bell(101);
    assertThat(loudness(bell.ring(SECOND_MICROS, 160, RATE_HZ))).isGreaterThan(0.2);
    assertThat(loudness(bell.ring(SECOND_MICROS - 10_000, 160, RATE_HZ))).isZero();
    assertThat(loudness(bell.ring(SECOND_MICROS + 400_000, 160, RATE_HZ))).isZero();
  }

  @Test
  void ring_inPieces_isTheSameAsInOne() {
    Bell bell = new Bell(7);
    float[] whole = bell.ring(SECOND_MICROS, 320, RATE_HZ);
    float[] second = bell.ring(SECOND_MICROS + 10_000, 160, RATE_HZ);
    for (int i = 0; i < second.length; i++) {
      assertThat(second[i]).isCloseTo(whole[160 + i], org.assertj.core.data.Offset.offset(1e-4f));
    }
  }

  @Test
  void hertz_ofCamerasBesideEachOther_differ() {
    assertThat(new Bell(100).hertz()).isNotEqualTo(new Bell(101).hertz());
    assertThat(new Bell(-1).hertz()).isBetween(500.0, 4000.0);
  }
}
