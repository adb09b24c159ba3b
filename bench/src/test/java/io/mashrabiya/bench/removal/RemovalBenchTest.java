package io.mashrabiya.bench.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Brief;
import io.mashrabiya.bench.Effort;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class RemovalBenchTest {
  private static final Effort ONCE = new Effort(1, Duration.ZERO, Duration.ofMillis(100));

  @Test
  void measure_once_saysHowLongARemovalTakes() throws Exception {
    assertThat(Brief.run(new RemovalBench(Path.of("target", "bench-cache")), ONCE))
        .containsExactly("removal-confirmed", "removal-confirmed-max", "removal-ended-max");
  }
}
