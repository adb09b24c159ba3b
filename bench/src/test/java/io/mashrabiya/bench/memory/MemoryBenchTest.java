package io.mashrabiya.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Brief;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class MemoryBenchTest {
  @Test
  void measure_briefly_saysWhatAHomeHolds() throws Exception {
    assertThat(Brief.run(new MemoryBench(Path.of("target", "bench-cache"))))
        .containsExactly(
            "house-resident",
            "house-proportional",
            "home-resident",
            "worker-resident",
            "home-heap");
  }
}
