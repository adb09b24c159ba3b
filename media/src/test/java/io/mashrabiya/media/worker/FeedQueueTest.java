package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import java.util.List;
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
  void join_groupLargerThanTheRoom_showsItsNewestAlone() throws Exception {
    join(100);
    for (int i = 100; i < 129; i++) {
      offer(i, false);
    }
    takeAll(0, 99, 129);
    assertThat(dropped()).isZero();
  }

  @Test
  void offer_moreThanThereIsRoomForWhileItCatchesUp_showsTheNewestAlone() throws Exception {
    join(100);
    for (int i = 100; i < 160; i++) {
      offer(i, false);
    }
    takeAll(0, 130, 160);
    assertThat(dropped()).isZero();
    for (int i = 160; i < 200; i++) {
      offer(i, false);
    }
    assertThat(dropped()).isEqualTo(10); // it has caught up
  }

  @Test
  void offer_moreBytesThanThereIsRoomForWhileItCatchesUp_showsTheNewestAlone() throws Exception {
    join(3);
    offer(3, false, 5 << 20);
    offer(4, false, 5 << 20);
    takeAll(0, 4, 5);
    assertThat(dropped()).isZero();
  }

  @Test
  void offer_muchMoreWhileItCatchesUp_isLeftOut() {
    join(500);
    for (int i = 500; i < 700; i++) {
      offer(i, false);
    }
    assertThat(dropped()).isEqualTo(700 - 600 - 30);
  }

  @Test
  void offer_manyBytesWhileItCatchesUp_isLeftOut() {
    join(3);
    for (int i = 3; i < 13; i++) {
      offer(i, false, 4 << 20);
    }
    assertThat(dropped()).isEqualTo(10 - 4 - 2);
  }

  @Test
  void offer_frameLargerThanTheRoomWhileItCatchesUp_leavesWhatWaitsAsItIs() throws Exception {
    join(3);
    offer(3, false);
    offer(4, false, 9 << 20);
    offer(5, false); // which depends on it
    takeAll(0, 2, 4);
    assertThat(dropped()).isEqualTo(2);
  }

  @Test
  void offer_keyFrameWhileItCatchesUp_takesThePlaceOfAllThatWaits() throws Exception {
    join(100);
    offer(100, false);
    offer(101, true);
    takeAll(101, 101, 102);
    assertThat(dropped()).isEqualTo(2);
  }

  @Test
  void join_newestIsLargerThanTheRoom_waitsForAKeyFrame() throws Exception {
    queue.join(List.of(frame(0, true, 10), frame(1, false, 9 << 20)));
    offer(2, false);
    offer(3, true);
    takeAll(3, 3, 4);
  }

  /// @param shown the first of them that is to come out
  private void takeAll(int from, int shown, int until) throws InterruptedException {
    for (int i = from; i < until; i++) {
      FeedQueue.Waiting next = queue.take().orElseThrow();
      assertThat(next.frame().captureTimeMicros()).isEqualTo(i);
      assertThat(next.shown()).isEqualTo(i >= shown);
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
  void skipToKey_whileItCatchesUp_waitsForAKeyFrame() throws Exception {
    join(3);
    offer(3, false);
    assertThat(next()).isZero();
    queue.skipToKey();
    offer(4, false);
    offer(5, true);
    takeAll(5, 5, 6);
    assertThat(dropped()).isEqualTo(3);
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
