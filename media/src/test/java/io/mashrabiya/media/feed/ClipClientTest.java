package io.mashrabiya.media.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PlayOutcome.Kind;
import io.mashrabiya.media.ffmpeg.Clips;
import io.mashrabiya.media.rtp.StreamCounters;
import io.mashrabiya.media.rtp.StreamEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The clip has 20 pictures, 100 ms apart, the first and the eleventh of them key frames.
@Timeout(60)
class ClipClientTest {
  private static final long START_MICROS = 5_000_000;

  private final StreamCounters counters = new StreamCounters();

  @Test
  void play_runsOnFromRoundToRound() {
    AtomicLong clock = new AtomicLong(START_MICROS);
    CaptureClock hastening = () -> clock.getAndAdd(100_000); // so that nothing is waited for
    ClipClient client = new ClipClient(Clips.file("clip.mp4"), hastening, counters);
    List<Frame> frames = new ArrayList<>();
    ClipOutcome outcome =
        client.play(frame -> {
          frames.add(frame);
          if (frames.size() == 50) {
            client.close();
          }
        });
    assertThat(outcome).isEqualTo(new ClipOutcome.Stopped());
    for (int i = 0; i < 50; i++) {
      assertThat(frames.get(i).captureTimeMicros()).isEqualTo(START_MICROS + 100_000L * i);
      assertThat(frames.get(i).key()).isEqualTo(i % 10 == 0);
    }
    assertThat(counters.of(StreamEvent.FRAME)).isEqualTo(50);
    assertThat(counters.of(StreamEvent.KEY_FRAME)).isEqualTo(5);
  }

  @Test
  void close_whileItWaitsForTheNextPicture_endsIt() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    ClipClient client = new ClipClient(Clips.file("clip.mp4"), () -> START_MICROS, counters);
    var playing = new FutureTask<>(() -> client.play(frame -> first.countDown()));
    Thread.ofPlatform().daemon().start(playing);
    assertThat(first.await(15, TimeUnit.SECONDS)).isTrue();
    client.close();
    assertThat(playing.get(15, TimeUnit.SECONDS)).isEqualTo(new ClipOutcome.Stopped());
  }

  @Test
  void play_notH264_saysWhatItIs() {
    ClipOutcome outcome =
        new ClipClient(Clips.file("hevc.mp4"), () -> START_MICROS, counters).play(frame -> {});
    assertThat(outcome.words()).asString().contains("is hevc; only H.264 is played");
    assertThat(outcome.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(outcome.worthRetrying()).isTrue();
  }

  @Test
  void play_noFile_saysSo() {
    ClipOutcome outcome =
        new ClipClient(Path.of("none.mp4"), () -> START_MICROS, counters).play(frame -> {});
    assertThat(outcome.words()).asString().contains("none.mp4 is not there");
  }
}
