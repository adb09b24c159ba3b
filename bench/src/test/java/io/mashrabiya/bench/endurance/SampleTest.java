package io.mashrabiya.bench.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.house.Standing;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final Sample EARLIER = sample(1_000, new Standing(36, 9, 92));

  private static Sample sample(long heapBytes, Standing standing) {
    return new Sample(1, heapBytes, standing, 1, 1);
  }

  @Test
  void growthSince_allEqual_isNone() {
    assertThat(EARLIER.growthSince(EARLIER, 0)).isEmpty();
  }

  @Test
  void growthSince_heapWithinTheTolerance_isNone() {
    assertThat(sample(1_020, EARLIER.standing()).growthSince(EARLIER, 0.02)).isEmpty();
  }

  @Test
  void growthSince_everythingMore_namesEverything() {
    assertThat(sample(1_021, new Standing(37, 11, 95)).growthSince(EARLIER, 0.02))
        .isEqualTo("21 bytes of heap; 1 threads; 2 virtual threads; 3 descriptors");
  }

  @Test
  void growthSince_lessOfAll_isNone() {
    assertThat(sample(900, new Standing(30, 8, 90)).growthSince(EARLIER, 0)).isEmpty();
  }
}
