package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DoorCountersTest {
  @Test
  void snapshot_whatHappened_isAllThatItShows() {
    DoorCounters counters = new DoorCounters();
    counters.count(DoorEvent.START);
    counters.count(DoorEvent.REQUEST);
    counters.count(DoorEvent.REQUEST);
    assertThat(counters.snapshot()).isEqualTo(Map.of(DoorEvent.REQUEST, 2L, DoorEvent.START, 1L));
    assertThat(counters.of(DoorEvent.DEATH)).isZero();
    assertThat(counters).hasToString("{REQUEST=2, START=1}");
  }
}
