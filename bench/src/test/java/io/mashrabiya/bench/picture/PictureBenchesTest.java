package io.mashrabiya.bench.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Brief;
import io.mashrabiya.bench.Effort;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
@Tag("slow")
class PictureBenchesTest {
  @Test
  void firstPicture_briefly_saysHowLongEachWayToItTakesAndWhere() throws Exception {
    Effort effort = new Effort(1, Duration.ZERO, Duration.ofMillis(1));
    assertThat(Brief.run(new FirstPictureBench(), effort))
        .startsWith("click-warm", "click-cold", "reload-warm")
        .contains("click-warm.asked", "click-warm.linked", "click-warm.opened");
  }

  @Test
  void latency_briefly_saysHowOldPicturesAre() throws Exception {
    Effort effort = new Effort(1, Duration.ofSeconds(2), Duration.ofSeconds(2));
    assertThat(Brief.run(new LatencyBench(), effort)).containsExactly("latency-p50", "latency-p95");
  }
}
