package io.mashrabiya.media.rtsp.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameQueueTest {
  private final FrameQueue queue = new FrameQueue(1000);
  private int time;

  private Frame frame(boolean key, int size) {
    return new Frame(Track.MAIN, time++, key, new byte[size]);
  }

  @Test
  void offer_deltaFirst_isDropped() throws Exception {
    Frame key = frame(true, 10);
    queue.offer(frame(false, 10));
    queue.offer(key);
    assertThat(queue.take()).hasValue(key);
    assertThat(queue.dropped()).isOne();
  }

  @Test
  void offer_moreThanTheBound_skipsToTheNextKeyFrame() throws Exception {
    queue.offer(frame(true, 500));
    queue.offer(frame(false, 400));
    queue.offer(frame(false, 200));
    queue.offer(frame(false, 10));
    Frame key = frame(true, 500);
    Frame delta = frame(false, 10);
    queue.offer(key);
    queue.offer(delta);
    assertThat(queue.take()).hasValue(key);
    assertThat(queue.take()).hasValue(delta);
    assertThat(queue.dropped()).isEqualTo(4);
  }

  @Test
  void offer_keyLargerThanTheBound_isDropped() throws Exception {
    queue.offer(frame(true, 1001));
    queue.offer(frame(false, 10));
    Frame key = frame(true, 10);
    queue.offer(key);
    assertThat(queue.take()).hasValue(key);
  }

  @Test
  void take_waiting_isWokenByAFrameAndByTheEnd() throws Exception {
    for (boolean byFrame : new boolean[] {true, false}) {
      FrameQueue waitedFor = new FrameQueue(1000);
      CountDownLatch begun = new CountDownLatch(1);
      FutureTask<Optional<Frame>> taker =
          new FutureTask<>(() -> {
            begun.countDown();
            return waitedFor.take();
          });
      Thread.ofVirtual().start(taker);
      begun.await();
      if (byFrame) {
        waitedFor.offer(frame(true, 1));
      } else {
        waitedFor.close();
      }
      assertThat(taker.get(20, TimeUnit.SECONDS).isPresent()).isEqualTo(byFrame);
    }
  }

  @Test
  void close_queueWithFrames_givesNoMore() throws Exception {
    queue.offer(frame(true, 10));
    queue.close();
    queue.offer(frame(true, 10));
    assertThat(queue.take()).isEmpty();
  }
}
