package io.mashrabiya.device.accept;

import static io.mashrabiya.device.accept.Frames.MAIN;
import static io.mashrabiya.device.accept.Frames.NEXT;
import static io.mashrabiya.device.accept.Frames.OLD_STILL;
import static io.mashrabiya.device.accept.Frames.delta;
import static io.mashrabiya.device.accept.Frames.key;
import static io.mashrabiya.device.accept.Frames.ofSize;
import static io.mashrabiya.device.accept.Frames.still;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.letter.ReportReason;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
  private static final Arrival TO_OPEN = new Arrival.ToOpen();
  private static final Arrival WAITS = new Arrival.Waits();
  private static final Arrival SUPERSEDED = new Arrival.Superseded();
  private static final Arrival REPLAYED = new Arrival.Refused(ReportReason.REPLAYED);
  private static final Arrival UNKNOWN_EPOCH = new Arrival.Refused(ReportReason.UNKNOWN_EPOCH);

  private final Acceptance acceptance = new Acceptance();

  private static Duration at(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  /// A session on epoch 10, whose main track begins at number 5.
  private Acceptance opened() {
    acceptance.rekeyed(Set.of(MAIN, OLD_STILL));
    acceptance.opened(10, List.of(new TrackStart(MAIN, 5), new TrackStart(OLD_STILL, 2)), at(0));
    return acceptance;
  }

  private void accept(SealedFrame frame, long captureMicros, boolean complete, boolean paint) {
    assertThat(acceptance.arrives(frame, at(1))).isEqualTo(TO_OPEN);
    assertThat(acceptance.accepted(frame, captureMicros)).isEqualTo(new Accepted(complete, paint));
  }

  @Test
  void arrives_groupInOrder_isCompleteAndPainted() {
    opened();
    accept(key(MAIN, 5), 100, true, true);
    accept(delta(MAIN, 6, 5), 101, true, true);
    accept(delta(MAIN, 7, 5), 102, true, true);
    accept(key(MAIN, 8), 103, true, true);
    assertThat(acceptance.counts()).isEqualTo(Counts.NONE);
  }

  @Test
  void arrives_epochThatWasNamedAndIsOver_isSupersededAndNotReported() {
    opened();
    acceptance.beatAnswered(12, at(1));
    assertThat(acceptance.arrives(key(MAIN, 7), at(2))).isEqualTo(SUPERSEDED);
    assertThat(acceptance.arrives(key(NEXT, 7), at(2)))
        .as("between two named ones")
        .isEqualTo(SUPERSEDED);
    assertThat(acceptance.counts().superseded()).isEqualTo(2);
    assertThat(acceptance.counts().refused()).isZero();
  }

  /// Two households that a relay swaps: the one with the younger epoch gets pictures of an older
  /// one.
  @Test
  void arrives_epochBeforeAllThatWereNamed_isRefused() {
    opened();
    acceptance.beatAnswered(11, at(1));
    assertThat(acceptance.arrives(key(new Kid(9, Track.MAIN), 7), at(2))).isEqualTo(UNKNOWN_EPOCH);
    assertThat(acceptance.counts().refused()).isOne();
    assertThat(acceptance.counts().superseded()).isZero();
  }

  @Test
  void arrives_beforeAnythingWasNamed_isRefusedOnceAYoungerEpochIs() {
    SealedFrame older = key(new Kid(9, Track.MAIN), 7);
    assertThat(acceptance.arrives(older, at(0))).isEqualTo(WAITS);
    assertThat(acceptance.opened(10, List.of(new TrackStart(MAIN, 5)), at(1)))
        .isEqualTo(new Released(List.of(older), List.of()));
    assertThat(acceptance.arrives(older, at(1))).isEqualTo(UNKNOWN_EPOCH);
  }

  @Test
  void arrives_stillOfAnOlderEpochWhoseKeyIsHeld_isOpened() {
    opened();
    accept(still(OLD_STILL, 2), 50, true, true);
  }

  @Test
  void arrives_stillOfAnOlderEpochThatNobodyNamed_isRefused() {
    opened();
    assertThat(acceptance.arrives(still(new Kid(8, Track.STILL), 2), at(1)))
        .isEqualTo(UNKNOWN_EPOCH);
  }

  /// A relay that is asked for the newest still before the home has said a word may still have it
  /// on its way.
  @Test
  void arrives_stillWhoseKeyANewerCardTookAway_isSuperseded() {
    opened();
    acceptance.rekeyed(Set.of(MAIN));
    assertThat(acceptance.arrives(still(OLD_STILL, 2), at(1))).isEqualTo(SUPERSEDED);
  }

  @Test
  void arrives_numberBelowTheSessionsFirst_isReplayed() {
    opened();
    assertThat(acceptance.arrives(key(MAIN, 4), at(1))).isEqualTo(REPLAYED);
    assertThat(acceptance.counts().refused()).isOne();
  }

  @Test
  void arrives_acceptedFrameAgain_isReplayed() {
    opened();
    accept(key(MAIN, 5), 100, true, true);
    assertThat(acceptance.arrives(key(MAIN, 5), at(2))).isEqualTo(REPLAYED);
  }

  /// A forged frame with a high number must not make the true ones after it look replayed.
  @Test
  void arrives_afterAFrameThatDidNotOpen_theTrueOneIsStillAccepted() {
    opened();
    assertThat(acceptance.arrives(key(MAIN, 4_000_000_000L), at(1))).isEqualTo(TO_OPEN);
    accept(key(MAIN, 5), 100, true, true);
  }

  @Test
  void accepted_deltaAfterAHole_isLostWithAllThatFollowUntilTheNextKeyFrame() {
    opened();
    accept(key(MAIN, 5), 100, true, true);
    accept(delta(MAIN, 7, 5), 102, false, false);
    accept(delta(MAIN, 8, 5), 103, false, false);
    accept(key(MAIN, 9), 104, true, true);
    accept(delta(MAIN, 10, 9), 105, true, true);
    assertThat(acceptance.counts()).isEqualTo(new Counts(0, 0, 0, 2, 0));
  }

  @Test
  void accepted_holeBeforeAKeyFrame_isASkip() {
    opened();
    accept(key(MAIN, 5), 100, true, true);
    accept(key(MAIN, 30), 101, true, true);
    assertThat(acceptance.counts()).isEqualTo(new Counts(0, 0, 0, 0, 1));
  }

  @Test
  void accepted_deltaWithoutItsKeyFrame_isLost() {
    opened();
    accept(delta(MAIN, 6, 5), 100, false, false);
  }

  @Test
  void accepted_deltaOfAnotherGroup_isLost() {
    opened();
    accept(key(MAIN, 5), 100, true, true);
    accept(delta(MAIN, 6, 4), 101, false, false);
    accept(delta(MAIN, 7, 5), 102, false, false);
  }

  @Test
  void accepted_afterTheDecoderGaveUp_waitsForAKeyFrame() {
    opened();
    accept(key(MAIN, 5), 100, true, true);
    acceptance.decoderLost();
    accept(delta(MAIN, 6, 5), 101, false, false);
    accept(key(MAIN, 7), 102, true, true);
  }

  @Test
  void accepted_captureTimeNotAboveTheNewestPainted_isDecodedOnly() {
    opened();
    accept(key(MAIN, 5), 100, true, true);
    accept(delta(MAIN, 6, 5), 100, true, false);
    accept(delta(MAIN, 7, 5), 101, true, true);
  }

  /// A new epoch seals the newest group again: the same pictures come once more under a new KID.
  @Test
  void arrives_groupAgainUnderANewEpoch_isDecodedAndNotPaintedTwice() {
    opened();
    accept(key(MAIN, 5), 100, true, true);
    accept(delta(MAIN, 6, 5), 101, true, true);
    acceptance.rekeyed(Set.of(MAIN, NEXT));
    acceptance.beatAnswered(11, at(2));
    accept(key(NEXT, 0), 100, true, false);
    accept(delta(NEXT, 1, 0), 101, true, false);
    accept(delta(NEXT, 2, 0), 102, true, true);
    assertThat(acceptance.arrives(delta(MAIN, 7, 5), at(3))).isEqualTo(SUPERSEDED);
  }

  @Test
  void arrives_kidWithoutAKey_waitsAndIsReleasedByTheCard() {
    opened();
    SealedFrame early = key(NEXT, 0);
    assertThat(acceptance.arrives(early, at(1))).isEqualTo(WAITS);
    Released released = acceptance.rekeyed(Set.of(MAIN, NEXT));
    assertThat(released).isEqualTo(new Released(List.of(early), List.of()));
    accept(early, 100, true, true);
  }

  @Test
  void beatAnswered_thatDoesNotNameTheEpoch_refusesWhatHadComeBeforeItWasAsked() {
    opened();
    SealedFrame stranger = key(NEXT, 0);
    acceptance.arrives(stranger, at(1));
    assertThat(acceptance.beatAnswered(10, at(2)))
        .isEqualTo(new Released(List.of(), List.of(stranger)));
    assertThat(acceptance.counts().refused()).isOne();
    assertThat(acceptance.beatAnswered(10, at(3))).isEqualTo(new Released(List.of(), List.of()));
  }

  /// The answer is older than the frame: it cannot know the epoch that began after it.
  @Test
  void beatAnswered_askedBeforeTheFrameCame_leavesItWaiting() {
    opened();
    SealedFrame early = key(NEXT, 0);
    acceptance.arrives(early, at(3));
    assertThat(acceptance.beatAnswered(10, at(2))).isEqualTo(new Released(List.of(), List.of()));
    assertThat(acceptance.rekeyed(Set.of(NEXT)).again()).containsExactly(early);
  }

  @Test
  void beatAnswered_thatNamesANewerEpoch_supersedesWhatWaitedForAnOlderOne() {
    opened();
    SealedFrame late = key(NEXT, 0);
    acceptance.arrives(late, at(1));
    Released released = acceptance.beatAnswered(12, at(2));
    assertThat(released).isEqualTo(new Released(List.of(late), List.of()));
    assertThat(acceptance.arrives(late, at(2))).isEqualTo(SUPERSEDED);
  }

  @Test
  void beatAnswered_withAnOlderEpoch_doesNotGoBack() {
    opened();
    acceptance.beatAnswered(11, at(2));
    acceptance.beatAnswered(10, at(3));
    assertThat(acceptance.arrives(key(MAIN, 5), at(3))).isEqualTo(SUPERSEDED);
  }

  @Test
  void rekeyed_withoutAKeyThatWasHeld_frameOfItOpensNoMore() {
    opened();
    acceptance.rekeyed(Set.of(OLD_STILL));
    assertThat(acceptance.arrives(key(MAIN, 5), at(1))).isEqualTo(WAITS);
  }

  @Test
  void arrives_moreFramesThanMayWait_overflow() {
    opened();
    for (int i = 0; i < WaitingFrames.MAX_FRAMES; i++) {
      assertThat(acceptance.arrives(key(NEXT, i), at(1))).isEqualTo(WAITS);
    }
    assertThat(acceptance.arrives(key(NEXT, 64), at(1))).isEqualTo(new Arrival.Overflowed());
    assertThat(acceptance.counts().overflowed()).isOne();
    assertThat(acceptance.rekeyed(Set.of(NEXT)).again()).hasSize(WaitingFrames.MAX_FRAMES);
  }

  @Test
  void arrives_moreBytesThanMayWait_overflowAndLeaveRoomWhenReleased() {
    opened();
    int half = (int) (WaitingFrames.MAX_BYTES / 2);
    assertThat(acceptance.arrives(ofSize(NEXT, 0, half), at(1))).isEqualTo(WAITS);
    assertThat(acceptance.arrives(ofSize(NEXT, 1, half), at(1))).isEqualTo(WAITS);
    assertThat(acceptance.arrives(ofSize(NEXT, 2, 1), at(1))).isEqualTo(new Arrival.Overflowed());
    acceptance.beatAnswered(10, at(2));
    assertThat(acceptance.arrives(ofSize(NEXT, 3, half), at(3))).isEqualTo(WAITS);
  }

  @Test
  void next_afterAReconnect_isWhatFollowsTheLastAccepted() {
    opened();
    assertThat(acceptance.next(MAIN)).isEqualTo(5);
    accept(key(MAIN, 8), 100, true, true);
    assertThat(acceptance.next(MAIN)).isEqualTo(9);
    acceptance.opened(10, List.of(new TrackStart(MAIN, 5)), at(2));
    assertThat(acceptance.next(MAIN)).isEqualTo(9);
  }

  /// Whatever a relay delivers, in whatever order and how often: nothing is accepted twice or
  /// backwards, nothing from before the session, and paint times only rise.
  @Test
  void arrives_tenThousandFramesOfALyingRelay_neverBreaksTheRules() {
    long seed = 41;
    Random random = new Random(seed);
    opened();
    Map<Kid, Long> lasts = new HashMap<>();
    List<Long> painted = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Kid kid = new Kid(9 + random.nextInt(3), Track.MAIN);
      long number = random.nextInt(60) + i / 400;
      SealedFrame frame =
          random.nextBoolean() || number == 0
              ? key(kid, number)
              : delta(kid, number, random.nextInt((int) number));
      if (random.nextInt(1000) == 0) {
        acceptance.rekeyed(Set.of(MAIN, NEXT));
      }
      if (acceptance.arrives(frame, at(i)) instanceof Arrival.ToOpen && random.nextInt(5) > 0) {
        assertThat(number)
            .as("seed %s, step %s", seed, i)
            .isGreaterThan(lasts.getOrDefault(kid, -1L));
        assertThat(kid.epoch()).isGreaterThanOrEqualTo(10);
        if (kid.equals(MAIN)) {
          assertThat(number).isGreaterThanOrEqualTo(5);
        }
        lasts.put(kid, number);
        long time = random.nextInt(1_000_000);
        if (acceptance.accepted(frame, time).paint()) {
          painted.add(time);
        }
      }
    }
    assertThat(lasts).isNotEmpty();
    assertThat(painted).isSorted().doesNotHaveDuplicates();
  }
}
