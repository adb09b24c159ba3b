package io.mashrabiya.device.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.device.accept.Moment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClocksTest {
  @Test
  void ofSystem_readTwice_goesOnAndSaysTodaysTime() {
    Clocks clocks = Clocks.ofSystem();
    Moment first = clocks.now();
    Moment second = clocks.now();
    assertThat(second.monotonic()).isGreaterThanOrEqualTo(first.monotonic());
    assertThat(first.wall()).isGreaterThan(Duration.ofDays(20_000)); // since 1970: after 2024
  }
}
