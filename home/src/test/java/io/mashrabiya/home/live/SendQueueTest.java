package io.mashrabiya.home.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.live.SendQueue.Parcel;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendQueueTest {
  private static final CameraId DOOR = new CameraId(1, 1);
  private static final CameraId NURSERY = new CameraId(2, 2);
  private static final int FRAME_BYTES = 10_000;

  private final SendQueue queue = new SendQueue();
  private Duration now = Duration.ZERO;
  private long taken;

  private static SealedFrame frame(Kind kind, long number, long dependency, int bytes) {
    Track track =
        switch (kind) {
          case STILL -> Track.STILL;
          case SOUND -> Track.SOUND;
          case KEY, DELTA -> Track.MAIN;
        };
    return new SealedFrame(kind, dependency, new Kid(1, track), number, new byte[bytes]);
  }

  private static SealedFrame key(long number) {
    return frame(Kind.KEY, number, number, FRAME_BYTES);
  }

  private static SealedFrame delta(long number, long key) {
    return frame(Kind.DELTA, number, key, FRAME_BYTES);
  }

  private List<Long> takeAll() {
    List<Long> numbers = new ArrayList<>();
    for (var next = queue.next(now); next.isPresent(); next = queue.next(now)) {
      numbers.add(next.get().frame().number());
      taken++;
    }
    return numbers;
  }

  /// More than any window at the start.
  private void fillTheWindow() {
    queue.offer(NURSERY, frame(Kind.STILL, 0, 0, (int) SendWindow.FIRST_BYTES), now);
    takeAll();
  }

  @Test
  void next_openWindow_inOrder() {
    queue.offer(DOOR, key(0), now);
    queue.offer(DOOR, delta(1, 0), now);
    queue.offer(DOOR, delta(2, 0), now);
    assertThat(takeAll()).containsExactly(0L, 1L, 2L);
  }

  @Test
  void offer_keyFrameWhileFull_replacesAllThatWaits() {
    fillTheWindow();
    queue.offer(DOOR, key(0), now);
    queue.offer(DOOR, delta(1, 0), now);
    queue.offer(DOOR, key(2), now);
    queue.offer(DOOR, delta(3, 2), now);
    assertThat(takeAll()).isEmpty();
    queue.acknowledged(taken, now.plusMillis(10));
    assertThat(takeAll()).containsExactly(2L, 3L);
    assertThat(queue.framesDropped()).isEqualTo(2);
    assertThat(queue.groupsSkipped()).isEqualTo(1);
  }

  @Test
  void offer_keyFramesOnlyWhileTheWindowIsOpen_staysWithinItsBytes() {
    int bytes = SealedFrame.MAX_BYTES;
    int fit = (int) (SendQueue.MOST_BYTES / bytes);
    for (int number = 0; number <= fit; number++) {
      queue.offer(DOOR, frame(Kind.KEY, number, number, bytes), now);
    }
    assertThat(queue.framesDropped()).isEqualTo(fit);
    assertThat(queue.next(now).orElseThrow().frame().number()).isEqualTo(fit);
  }

  @Test
  void next_deltaThatWaitedTooLong_endsTheGroup() {
    queue.offer(DOOR, key(0), now);
    takeAll();
    fillTheWindow();
    queue.offer(DOOR, delta(1, 0), now);
    now = now.plus(SendQueue.PATIENCE).plusMillis(1);
    queue.acknowledged(taken, now);
    assertThat(takeAll()).isEmpty();
    queue.offer(DOOR, delta(2, 0), now);
    assertThat(takeAll()).isEmpty();
    queue.offer(DOOR, key(3), now);
    queue.offer(DOOR, delta(4, 3), now);
    assertThat(takeAll()).containsExactly(3L, 4L);
  }

  @Test
  void next_keyFrames_goBeforeDeltasOfOthers() {
    queue.offer(NURSERY, key(0), now);
    takeAll();
    fillTheWindow();
    queue.offer(NURSERY, delta(1, 0), now);
    queue.offer(DOOR, key(7), now);
    queue.acknowledged(taken, now);
    assertThat(takeAll()).containsExactly(7L, 1L);
  }

  @Test
  void restart_ofACamera_replacesWhatWaits() {
    fillTheWindow();
    queue.offer(DOOR, key(0), now);
    queue.restart(DOOR, List.of(key(5), delta(6, 5)), now);
    queue.acknowledged(taken, now);
    assertThat(takeAll()).containsExactly(5L, 6L);
  }

  @Test
  void offer_soundOnASlowLine_waitsALittleAndGoesInOrder() {
    fillTheWindow();
    for (int i = 0; i < 100; i++) {
      queue.offer(DOOR, frame(Kind.SOUND, i, i, 100), now);
    }
    queue.acknowledged(taken, now);
    List<Long> newest = LongStream.range(100 - SendQueue.MOST_WAITING_SOUND, 100).boxed().toList();
    assertThat(takeAll()).containsExactlyElementsOf(newest);
    assertThat(queue.framesDropped()).isEqualTo(100 - SendQueue.MOST_WAITING_SOUND);
  }

  @Test
  void drop_ofItsPictures_keepsItsStill() {
    queue.offer(DOOR, key(0), now);
    queue.offer(DOOR, frame(Kind.STILL, 9, 9, 100), now);
    queue.drop(DOOR, Track.MAIN);
    assertThat(takeAll()).containsExactly(9L);
  }

  /// Whatever the line does, what goes out decodes: each delta follows its predecessor.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void next_randomLines_neverALooseDelta(long seed) {
    Random random = new Random(seed);
    List<Parcel> sent = new ArrayList<>();
    long key = 0;
    long acknowledged = 0;
    for (long number = 0; number < 5_000; number++) {
      now = now.plusMillis(random.nextInt(80));
      boolean isKey = number == 0 || random.nextInt(20) == 0;
      key = isKey ? number : key;
      queue.offer(DOOR, isKey ? key(number) : delta(number, key), now);
      for (int i = random.nextInt(3); i > 0; i--) {
        queue.next(now).ifPresent(sent::add);
      }
      if (random.nextInt(30) == 0) {
        acknowledged += random.nextInt((int) (sent.size() - acknowledged) + 1);
        assertThat(queue.acknowledged(acknowledged, now)).isTrue();
      }
    }
    assertThat(queue.framesDropped()).as("seed %d", seed).isPositive();
    for (int i = 0; i < sent.size(); i++) {
      SealedFrame each = sent.get(i).frame();
      if (each.kind() == Kind.DELTA) {
        assertThat(sent.get(i - 1).frame().number())
            .as("seed %d, before %s", seed, each)
            .isEqualTo(each.number() - 1);
      }
    }
  }
}
