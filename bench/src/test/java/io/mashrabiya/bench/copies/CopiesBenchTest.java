package io.mashrabiya.bench.copies;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Brief;
import io.mashrabiya.testkit.Needed;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@Tag("peer")
class CopiesBenchTest {
  @BeforeAll
  static void needFfmpeg() {
    Needed.program("sudo apt-get install ffmpeg", "ffmpeg");
  }

  @Test
  void measure_briefly_saysWhatEachCopyOfEachCameraCosts() throws Exception {
    assertThat(Brief.run(new CopiesBench(Path.of("target", "bench-cache"))))
        .contains(
            "copy-small-1080p25",
            "copy-low-1080p25",
            "copy-small-720p15",
            "copy-low-720p15",
            "copy-small-1080p25.home",
            "copy-low-720p15.home");
  }
}
