package io.mashrabiya.bench.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Brief;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class EnduranceBenchTest {
  private static final long FEW_PICTURES = 2_000;

  @Test
  void measure_briefly_saysWhatAHomeHas() throws Exception {
    assertThat(Brief.run(new EnduranceBench(Path.of("target", "bench-cache"), FEW_PICTURES)))
        .containsExactly(
            "endurance-heap",
            "endurance-heap-half",
            "endurance-threads",
            "endurance-virtual",
            "endurance-descriptors",
            "endurance-resident",
            "endurance-worker-resident");
  }
}
