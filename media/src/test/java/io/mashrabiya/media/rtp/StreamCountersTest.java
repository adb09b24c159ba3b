package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamCountersTest {
  private final StreamCounters counters = new StreamCounters();

  @Test
  void of_nothingHappened_isZero() {
    for (StreamEvent event : StreamEvent.values()) {
      assertThat(counters.of(event)).isZero();
    }
    assertThat(counters.snapshot()).isEmpty();
  }

  @Test
  void count_events_addUp() {
    counters.count(StreamEvent.PACKET);
    counters.count(StreamEvent.PACKET);
    counters.count(StreamEvent.PACKET_LOST, 5);
    counters.count(StreamEvent.CLOCK_JUMPED, 0);
    assertThat(counters.snapshot())
        .containsOnly(
            java.util.Map.entry(StreamEvent.PACKET, 2L),
            java.util.Map.entry(StreamEvent.PACKET_LOST, 5L));
    assertThat(counters).hasToString("{PACKET=2, PACKET_LOST=5}");
  }
}
