package io.mashrabiya.bench.firstframe;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Brief;
import io.mashrabiya.bench.Effort;
import io.mashrabiya.testkit.Needed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@Tag("peer")
class FirstFrameBenchTest {
  /// Long enough for the second key frame, which comes after two seconds.
  private static final Effort ONCE = new Effort(1, Duration.ZERO, Duration.ofSeconds(5));

  @BeforeAll
  static void needFfmpeg() {
    Needed.program("sudo apt-get install ffmpeg", "ffmpeg");
  }

  @Test
  void measure_briefly_saysHowSoonTheFirstFrameIsHandedOn() throws Exception {
    assertThat(Brief.run(new FirstFrameBench(Path.of("target", "bench-cache")), ONCE))
        .containsExactly(
            "first-frame",
            "first-frame.worst",
            "first-frame.later",
            "first-frame.ffmpeg",
            "first-frame.ffmpeg-later",
            "first-frame.opening");
  }
}
