package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedQueueTest {
  private final DoorCounters counters = new DoorCounters();
  private final FeedQueue queue = new FeedQueue(counters);

  private void offer(int number, boolean key) {
    offer(number, key, 10);
  }

  private void offer(int number, boolean key, int sizeBytes) {
    queue.offer(frame(number, key, sizeBytes));
  }

  private static Frame frame(int number, boolean key, int sizeBytes) {
    return new Frame(Track.MAIN, number, key, new byte[sizeBytes]);
  }

  private long next() throws InterruptedException {
    return queue.take().orElseThrow().frame().captureTimeMicros();
  }

  private long dropped() {
    return counters.of(DoorEvent.FRAME_DROPPED);
  }

  @Test
  void offer_beforeTheFirstKeyFrame_isLeftOut() throws Exception {
    offer(1, false);
    offer(2, true);
    assertThat(next()).isEqualTo(2);
    assertThat(dropped()).isOne();
  }

  @Test
  void offer_moreFramesThanThereIsRoomFor_goesOnAtAKeyFrameWithRoom() throws Exception {
    for (int i = 0; i < 30; i++) {
      offer(i, i == 0);
    }
    offer(30, false);
    offer(31, true); // no room for it either
    assertThat(dropped()).isEqualTo(2);
    assertThat(next()).isZero();
    offer(32, false); // there is room, but what it depends on is gone
    offer(33, true);
    assertThat(dropped()).isEqualTo(3);
    for (int i = 1; i < 30; i++) {
      assertThat(next()).isEqualTo(i);
    }
    assertThat(next()).isEqualTo(33);
  }

  @Test
  void offer_moreBytesThanThereIsRoomFor_isLeftOutAndTheRoomComesBack() throws Exception {
    offer(0, true, 5 << 20);
    offer(1, true, 5 << 20);
    assertThat(dropped()).isOne();
    assertThat(next()).isZero();
    offer(2, true, 5 << 20);
    assertThat(next()).isEqualTo(2);
  }

  private void join(int frames) {
    queue.join(IntStream.range(0, frames).mapToObj(i -> frame(i, i == 0, 10)).toList());
  }

  @Test
  void join_groupLargerThanTheRoom_keepsItAllAndAsMuchRoom() throws Exception {
    join(100);
    for (int i = 100; i < 130; i++) {
      offer(i, false);
    }
    assertThat(dropped()).isOne(); // the newest of the group has taken one of 30 places
    for (int i = 0; i < 129; i++) {
      FeedQueue.Waiting next = queue.take().orElseThrow();
      assertThat(next.frame().captureTimeMicros()).isEqualTo(i);
      assertThat(next.shown()).isEqualTo(i >= 99);
    }
  }

  @Test
  void join_nothing_waitsForAKeyFrame() throws Exception {
    join(0);
    offer(1, false);
    offer(2, true);
    assertThat(next()).isEqualTo(2);
  }

  @Test
  void skipToKey_behindAGroup_leavesItOut() throws Exception {
    join(3);
    offer(3, false);
    offer(4, true);
    assertThat(next()).isZero();
    queue.skipToKey();
    assertThat(next()).isEqualTo(4);
    assertThat(dropped()).isEqualTo(3);
    for (int i = 5; i < 35; i++) {
      offer(i, false);
    }
    assertThat(dropped()).isEqualTo(3); // the room of what was left out came back
  }

  @Test
  void skipToKey_keyFrameWaits_beginsThere() throws Exception {
    offer(0, true);
    offer(1, false);
    offer(2, true);
    assertThat(next()).isZero();
    queue.skipToKey();
    assertThat(next()).isEqualTo(2);
    offer(3, false);
    assertThat(next()).isEqualTo(3);
  }

  @Test
  void skipToKey_noneWaits_waitsForOne() throws Exception {
    offer(0, true);
    offer(1, false);
    assertThat(next()).isZero();
    queue.skipToKey();
    offer(2, false);
    offer(3, true);
    assertThat(next()).isEqualTo(3);
    assertThat(dropped()).isEqualTo(2);
  }

  @Test
  void take_closed_isNothing() throws Exception {
    offer(0, true);
    queue.close();
    assertThat(queue.take()).isEqualTo(Optional.empty());
  }
}
