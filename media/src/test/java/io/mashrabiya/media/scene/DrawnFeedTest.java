package io.mashrabiya.media.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawnFeedTest {
  private static final long START_MICROS = 1_795_000_000_000_000L;
  private static final CameraView.Drawn VIEW =
      CameraView.of(Scene.DOOR, Light.DAY, "Door")
          .sized(new PictureSize(160, 96))
          .at(10)
          .marked(99);

  private final List<Mark> marks = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();

  private DrawnFeed feed() {
    return DrawnFeed.open(
        VIEW,
        (mark, micros) -> {
          marks.add(mark);
          times.add(micros);
        });
  }

  @Test
  void take_pictures_areStampedWhenTheyWereDueAndKeyedEveryTwoSeconds() {
    try (DrawnFeed feed = feed()) {
      List<Frame> frames = new ArrayList<>();
      for (int i = 0; i < 45; i++) {
        assertThat(feed.due()).isEqualTo(Duration.ofMillis(100L * i));
        frames.add(feed.take(START_MICROS));
      }
      for (int i = 0; i < 45; i++) {
        assertThat(frames.get(i).key()).as("frame " + i).isEqualTo(i % 20 == 0);
        assertThat(frames.get(i).captureTimeMicros()).isEqualTo(START_MICROS + 100_000L * i);
        assertThat(marks.get(i)).isEqualTo(new Mark(99, i));
        assertThat(times.get(i)).isEqualTo(frames.get(i).captureTimeMicros());
      }
    }
  }

  @Test
  void skipTo_lateMachine_leavesOutWhatWasDueAndNumbersOn() {
    try (DrawnFeed feed = feed()) {
      feed.take(START_MICROS);
      assertThat(feed.skipTo(Duration.ofMillis(450))).isEqualTo(4);
      assertThat(feed.due()).isEqualTo(Duration.ofMillis(500));
      Frame frame = feed.take(START_MICROS);
      assertThat(frame.captureTimeMicros()).isEqualTo(START_MICROS + 500_000);
      assertThat(marks).containsExactly(new Mark(99, 0), new Mark(99, 1));
    }
  }

  @Test
  void due_afterAMillionPictures_hasNotDrifted() {
    try (DrawnFeed feed = DrawnFeed.open(VIEW.at(15), MarkListener.NONE)) {
      feed.skipTo(Duration.ofSeconds(100_000));
      assertThat(feed.due()).isEqualTo(Duration.ofSeconds(100_000));
    }
  }
}
