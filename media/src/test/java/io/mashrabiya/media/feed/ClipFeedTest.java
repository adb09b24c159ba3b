package io.mashrabiya.media.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.ffmpeg.Clips;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The clip has 20 pictures, 100 ms apart, the first and the eleventh of them key frames.
class ClipFeedTest {
  private static final long START_MICROS = 5_000_000;

  @Test
  void take_threeRounds_timesRunOn() throws IOException {
    try (ClipFeed feed = ClipFeed.open(Clips.file("clip.mp4"))) {
      for (int i = 0; i < 60; i++) {
        assertThat(feed.due()).as("picture " + i).isEqualTo(Duration.ofMillis(100L * i));
        Frame frame = feed.take(START_MICROS);
        assertThat(frame.captureTimeMicros()).isEqualTo(START_MICROS + 100_000L * i);
        assertThat(frame.key()).as("picture " + i).isEqualTo(i % 10 == 0);
      }
    }
  }

  @Test
  void skipTo_lateMachine_goesOnWithTheNextKeyFrame() throws IOException {
    try (ClipFeed feed = ClipFeed.open(Clips.file("clip.mp4"))) {
      feed.take(START_MICROS);
      assertThat(feed.skipTo(Duration.ofMillis(1_250))).isEqualTo(19);
      assertThat(feed.due()).isEqualTo(Duration.ofSeconds(2));
      assertThat(feed.take(START_MICROS).key()).isTrue();
    }
  }

  @Test
  void open_notH264_saysWhatItIs() {
    assertThatThrownBy(() -> ClipFeed.open(Clips.file("hevc.mp4")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is hevc; only H.264 is played");
  }
}
