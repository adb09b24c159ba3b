package io.mashrabiya.bench.ingest;

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
class IngestBenchTest {
  private static final Path FOLDER = Path.of("target", "bench-cache");

  @BeforeAll
  static void needFfmpeg() {
    Needed.program("sudo apt-get install ffmpeg", "ffmpeg");
  }

  @Test
  void measure_briefly_saysWhatCamerasCost() throws Exception {
    Effort effort = new Effort(1, Duration.ZERO, Duration.ofMillis(300));
    assertThat(Brief.run(new IngestBench(FOLDER), effort))
        .containsExactly(
            "ingest-cameras-16",
            "ingest-cameras-4",
            "ingest-cameras-1",
            "ingest-sound-16",
            "ingest-kept-16",
            "ingest-sealed-16");
  }

  @Test
  void recording_readAgain_isTheSameAndAsLargeAsItSays() throws Exception {
    Recording recording = Recording.in(FOLDER);
    assertThat(recording.bitsPerSecond()).isBetween(3.5e6, 4.5e6);
    assertThat(recording.frames().getFirst().key()).isTrue();
    assertThat(Recording.in(FOLDER).bitsPerSecond()).isEqualTo(recording.bitsPerSecond());
  }
}
