package io.mashrabiya.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Brief;
import io.mashrabiya.bench.Effort;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RelayBenchTest {
  private static final int VIEWERS = 20;

  @Test
  void measure_briefly_saysWhatADeliveryCostsAndAViewerHolds() throws Exception {
    Effort effort = new Effort(1, Duration.ZERO, Duration.ofMillis(200));
    assertThat(Brief.run(new RelayBench(VIEWERS), effort))
        .containsExactly(
            "relay-delivery", "bare-acknowledged", "relay-viewer-heap", "relay-resident");
  }
}
