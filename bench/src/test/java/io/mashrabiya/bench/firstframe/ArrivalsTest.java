package io.mashrabiya.bench.firstframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final Arrivals THREE =
      new Arrivals(
          1_000_000,
          List.of(100_000_000L, 2_100_000_000L, 4_100_000_000L),
          List.of(121_000_000L, 2_130_000_000L));

  @Test
  void millis_ofEach_areCountedFromItsOwnDeparture() {
    assertThat(THREE.opening()).isEqualTo(120);
    assertThat(THREE.first()).isEqualTo(21);
    assertThat(THREE.later()).containsExactly(30.0);
  }

  @Test
  void complete_withoutASecondKeyFrame_fails() {
    var one = new Arrivals(0, List.of(1L, 2L), List.of(3L));
    assertThatThrownBy(() -> one.complete("somebody"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("somebody handed on 1 key frames of 2");
  }
}
