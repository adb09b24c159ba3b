package io.mashrabiya.relay.route;

import static io.mashrabiya.relay.route.Now.NOW;
import static io.mashrabiya.relay.route.Now.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.route.SendQueue.Place;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendQueueTest {
  private static final HouseholdId HOUSEHOLD = new HouseholdId(1, 1, 1);

  private final Frames door = Frames.of(1);
  private final long size = door.key(0).sizeBytes();
  private final SendQueue queue = queue(limits(3, 100 * size, 2));

  private ViewerLimits limits(int windowFrames, long windowBytes, int waiting) {
    return new ViewerLimits(
        windowFrames,
        windowBytes,
        100 * windowBytes,
        0,
        Duration.ofMillis(500),
        waiting,
        100 * size,
        Duration.ofSeconds(15),
        8);
  }

  /// Two such frames may always be in flight.
  private ViewerLimits pairs() {
    ViewerLimits all = limits(3, 1 << 20, 2);
    return new ViewerLimits(
        all.windowFrames(),
        all.firstWindowBytes(),
        all.windowBytes(),
        2 * size,
        all.target(),
        all.waitingFrames(),
        all.waitingBytes(),
        all.deadline(),
        all.streams());
  }

  private static SendQueue queue(ViewerLimits limits) {
    return new SendQueue(limits, new Credit(limits));
  }

  private StreamId stream(Frames camera) {
    return new StreamId(HOUSEHOLD, camera.camera(), camera.track());
  }

  private Place offer(SendQueue to, long number, long atMillis) {
    return to.offer(stream(door), door.key(number), after(atMillis));
  }

  @Test
  void offer_withinTheWindow_goesThenWaitsThenDrops() {
    for (int i = 0; i < 3; i++) {
      assertThat(offer(queue, i, 0)).isEqualTo(Place.GOES);
    }
    assertThat(offer(queue, 3, 0)).isEqualTo(Place.WAITS);
    assertThat(offer(queue, 4, 0)).isEqualTo(Place.WAITS);
    assertThat(offer(queue, 5, 0)).isEqualTo(Place.DROPPED);
  }

  @Test
  void poll_afterAcknowledgements_givesWhatWaitedInOrder() {
    for (int i = 0; i < 5; i++) {
      offer(queue, i, 0);
    }
    assertThat(queue.poll(NOW)).isEmpty();
    assertThat(queue.acknowledge(2, NOW)).isTrue();
    assertThat(queue.poll(NOW).orElseThrow().number()).isEqualTo(3);
    assertThat(queue.poll(NOW).orElseThrow().number()).isEqualTo(4);
    assertThat(queue.poll(NOW)).isEmpty();
  }

  @Test
  void offer_whileSomethingWaits_neverOvertakesIt() {
    for (int i = 0; i < 4; i++) {
      offer(queue, i, 0);
    }
    queue.acknowledge(3, NOW);
    assertThat(offer(queue, 4, 0)).isEqualTo(Place.WAITS);
    assertThat(queue.poll(NOW).orElseThrow().number()).isEqualTo(3);
  }

  @Test
  void acknowledge_moreThanWasSent_isALie() {
    offer(queue, 0, 0);
    assertThat(queue.acknowledge(2, NOW)).isFalse();
    assertThat(queue.acknowledge(1, NOW)).isTrue();
  }

  @Test
  void acknowledge_lessThanBefore_changesNothing() {
    offer(queue, 0, 0);
    offer(queue, 1, 0);
    assertThat(queue.acknowledge(2, NOW)).isTrue();
    assertThat(queue.acknowledge(1, NOW)).isTrue();
    assertThat(queue.acknowledge(2, NOW)).isTrue();
  }

  @Test
  void offer_windowInBytes_holdsButOneFrameAlwaysGoes() {
    var narrow = queue(limits(100, size / 2, 10));
    assertThat(offer(narrow, 0, 0)).isEqualTo(Place.GOES);
    assertThat(offer(narrow, 1, 0)).isEqualTo(Place.WAITS);
  }

  @Test
  void offer_lineThatShowedWhatItTakes_getsAsMuchAsThat() {
    var growing = queue(limits(100, size, 10));
    offer(growing, 0, 0);
    assertThat(offer(growing, 1, 0)).isEqualTo(Place.WAITS);
    growing.acknowledge(1, after(240)); // so in 240 + 500 ms, three go
    assertThat(growing.poll(after(240))).isPresent();
    assertThat(offer(growing, 2, 240)).isEqualTo(Place.GOES);
    assertThat(offer(growing, 3, 240)).isEqualTo(Place.GOES);
    assertThat(offer(growing, 4, 240)).isEqualTo(Place.WAITS);
  }

  @Test
  void offer_oldestInFlightLaterThanItsTime_waits() {
    offer(queue, 0, 0);
    assertThat(offer(queue, 1, 500)).isEqualTo(Place.GOES);
    assertThat(offer(queue, 2, 501)).isEqualTo(Place.WAITS);
    queue.acknowledge(2, after(502));
    assertThat(queue.poll(after(502))).isPresent();
  }

  /// By the second the receiver can tell what it lacks of the first.
  @Test
  void offer_behindASmallFrameThatIsOverdue_oneSmallOneGoes() {
    var queue = queue(pairs());
    offer(queue, 0, 0);
    assertThat(offer(queue, 1, 501)).isEqualTo(Place.GOES);
    assertThat(offer(queue, 2, 900)).as("and no more than one").isEqualTo(Place.WAITS);
  }

  @Test
  void offer_behindASmallFrameThatIsOverdue_noLargeOneGoes() {
    var queue = queue(pairs());
    offer(queue, 0, 0);
    var large = door.sized((int) size + 1);
    assertThat(queue.offer(stream(door), large.key(1), after(501))).isEqualTo(Place.WAITS);
    queue.acknowledge(1, after(502));
    assertThat(queue.poll(after(502))).isPresent();
  }

  @Test
  void poll_ofAllThatWaits_soundGoesFirstThenStillsThenKeyFrames() {
    var queue = queue(limits(100, size, 10));
    var nursery = Frames.of(2);
    offer(queue, 0, 0);
    queue.offer(stream(door), door.delta(1, 0), NOW);
    queue.offer(stream(nursery), nursery.key(2), NOW);
    queue.offer(stream(door.track(Track.STILL)), door.still(3), NOW);
    queue.offer(stream(door.track(Track.SOUND)), door.sound(4), NOW);
    assertThat(drained(queue)).containsExactly(4L, 3L, 2L, 1L);
  }

  @Test
  void poll_ofTwoCameras_goesToTheOneThatWasSentSomethingLongestAgo() {
    var queue = queue(limits(1, 100 * size, 10));
    var nursery = Frames.of(2);
    offer(queue, 0, 0);
    for (int number = 1; number <= 3; number++) {
      queue.offer(stream(door), door.delta(number, 0), NOW);
    }
    for (int number = 11; number <= 13; number++) {
      queue.offer(stream(nursery), nursery.delta(number, 10), NOW);
    }
    assertThat(drained(queue)).containsExactly(11L, 1L, 12L, 2L, 13L, 3L);
  }

  /// What goes when all is acknowledged, and so on.
  private List<Long> drained(SendQueue queue) {
    List<Long> numbers = new ArrayList<>();
    long sent = 1;
    while (queue.acknowledge(sent, NOW)) {
      for (var one = queue.poll(NOW); one.isPresent(); one = queue.poll(NOW)) {
        numbers.add(one.get().number());
      }
      sent++;
    }
    return numbers;
  }

  /// A viewer that takes one frame at a time and may let two wait, counted in bytes.
  private SendQueue narrowInBytes() {
    return queue(
        new ViewerLimits(
            1,
            100 * size,
            100 * size,
            0,
            Duration.ofMillis(500),
            1_000,
            2 * size,
            Duration.ofSeconds(15),
            8));
  }

  @Test
  void offer_moreBytesThanMayWait_isDroppedUntilSomeHaveGone() {
    var narrow = narrowInBytes();
    assertThat(offer(narrow, 0, 0)).isEqualTo(Place.GOES);
    assertThat(offer(narrow, 1, 0)).isEqualTo(Place.WAITS);
    assertThat(offer(narrow, 2, 0)).isEqualTo(Place.WAITS);
    assertThat(offer(narrow, 3, 0)).isEqualTo(Place.DROPPED);
    narrow.acknowledge(1, NOW);
    assertThat(narrow.poll(NOW)).isPresent();
    assertThat(offer(narrow, 4, 0)).isEqualTo(Place.WAITS);
    assertThat(offer(narrow, 5, 0)).isEqualTo(Place.DROPPED);
  }

  @Test
  void withdraw_stream_makesRoomForItsBytesAndNoMore() {
    var narrow = narrowInBytes();
    var nursery = Frames.of(2);
    offer(narrow, 0, 0);
    offer(narrow, 1, 0);
    narrow.offer(stream(nursery), nursery.key(0), NOW);
    assertThat(narrow.withdraw(stream(door))).isEqualTo(1);
    assertThat(offer(narrow, 2, 0)).isEqualTo(Place.WAITS);
    assertThat(offer(narrow, 3, 0)).isEqualTo(Place.DROPPED);
  }

  @Test
  void withdraw_whatHasWaitedTooLong_leavesWhatHasWaitedJustSoLong() {
    offer(queue, 0, 0);
    offer(queue, 1, 0);
    offer(queue, 2, 0);
    offer(queue, 3, 0);
    offer(queue, 4, 1);
    var patience = Duration.ofMillis(500);
    assertThat(queue.withdraw(stream(door), patience, after(500))).isZero();
    assertThat(queue.withdraw(stream(door), patience, after(501))).isEqualTo(1);
    assertThat(queue.withdraw(stream(door), patience, after(502))).isEqualTo(1);
  }

  @Test
  void withdraw_stream_leavesTheOthers() {
    var nursery = Frames.of(2);
    for (int i = 0; i < 4; i++) {
      offer(queue, i, 0);
    }
    queue.offer(stream(nursery), nursery.key(0), NOW);
    assertThat(queue.withdraw(stream(door))).isEqualTo(1);
    queue.acknowledge(3, NOW);
    assertThat(queue.poll(NOW).orElseThrow().camera()).isEqualTo(nursery.camera());
  }

  @Test
  void isStuck_onlyAfterTheDeadlineWithoutAnAcknowledgement() {
    assertThat(queue.isStuck(after(100_000))).isFalse();
    offer(queue, 0, 0);
    assertThat(queue.isStuck(after(15_000))).isFalse();
    assertThat(queue.isStuck(after(15_001))).isTrue();
    queue.acknowledge(1, after(15_001));
    assertThat(queue.isStuck(after(60_000))).isFalse();
  }
}
