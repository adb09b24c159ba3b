package io.mashrabiya.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Brief;
import io.mashrabiya.bench.Effort;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ReconnectBenchTest {
  @Test
  void measure_aSmallCrowd_saysWhenEverybodyWasServed() throws Exception {
    Effort effort = new Effort(1, Duration.ZERO, Duration.ofMillis(200));
    assertThat(Brief.run(new ReconnectBench(20, 3), effort))
        .containsExactly(
            "reconnect-half",
            "reconnect-p95",
            "reconnect-last",
            "reconnect-relay-cpu",
            "reconnect-relay-resident");
  }
}
