package io.mashrabiya.relay.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TallyTest {
  private final Tally tally = new Tally();

  @Test
  void add_twoCounts_keepsThemApart() {
    tally.add(Count.FRAMES_TAKEN);
    tally.add(Count.BYTES_TAKEN, 1_000);
    tally.add(Count.BYTES_TAKEN, 24);
    assertThat(tally.of(Count.FRAMES_TAKEN)).isEqualTo(1);
    assertThat(tally.of(Count.BYTES_TAKEN)).isEqualTo(1_024);
    assertThat(tally.of(Count.MALFORMED)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Count.class)
  void metric_eachCount_isANameThatPrometheusTakes(Count count) {
    assertThat(count.metric()).matches("mashrabiya_relay_[a-z_]+[a-z]");
    assertThat(count.help()).isNotBlank();
  }
}
