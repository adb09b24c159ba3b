package io.mashrabiya.bench.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Brief;
import org.junit.jupiter.api.Test;

class SealBenchTest {
  @Test
  void measure_briefly_saysWhatSealingAndOpeningCost() throws Exception {
    assertThat(Brief.run(new SealBench())).startsWith("seal-8k", "open-8k");
  }
}
