package io.mashrabiya.relay.route;

import static io.mashrabiya.relay.route.Now.NOW;
import static io.mashrabiya.relay.route.Now.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewerTest {
  private static final HouseholdId OURS = new HouseholdId(1, 1, 1);
  private static final HouseholdId THEIRS = new HouseholdId(2, 2, 2);

  private final Tally tally = new Tally();
  private final Frames door = Frames.of(1);
  private final StreamId stream = new StreamId(OURS, door.camera(), door.track());
  private final Viewer viewer = new Viewer(limits(2, 3), tally);

  private static ViewerLimits limits(int window, int waiting) {
    return new ViewerLimits(
        window,
        1 << 20,
        1 << 20,
        0,
        Duration.ofMillis(500),
        waiting,
        1 << 20,
        Duration.ofSeconds(15),
        2);
  }

  private boolean offer(Parcel parcel) {
    return viewer.offer(stream, parcel, NOW);
  }

  private List<Long> acknowledge(long frames) {
    return viewer.acknowledge(new MediaMessage.Acknowledgement(frames), NOW).orElseThrow().stream()
        .map(Parcel::number)
        .toList();
  }

  @Test
  void offer_askedFor_goes() {
    viewer.subscribe(stream, door.kid(), 0);
    assertThat(offer(door.key(0))).isTrue();
    assertThat(offer(door.delta(1, 0))).isTrue();
  }

  @Test
  void offer_overWhatItsHouseholdMayBeSent_skipsToTheNextThatStandsAlone() {
    viewer.subscribe(stream, door.kid(), 0);
    assertThat(offer(door.key(0))).isTrue();
    assertThat(viewer.offer(stream, door.delta(1, 0), sizeBytes -> false, NOW)).isFalse();
    assertThat(offer(door.delta(2, 0))).isFalse(); // though there is allowance again
    assertThat(offer(door.key(3))).isTrue();
    assertThat(tally.of(Count.FRAMES_OVER_QUOTA)).isEqualTo(1);
  }

  @Test
  void offer_frameThatDoesNotFit_asksForNoAllowance() {
    viewer.subscribe(stream, door.kid(), 5);
    assertThat(
            viewer.offer(
                stream,
                door.key(4),
                sizeBytes -> {
                  throw new AssertionError("it was charged");
                },
                NOW))
        .isFalse();
  }

  @Test
  void offer_notAskedFor_neverGoesAndIsCounted() {
    assertThat(offer(door.key(0))).isFalse();
    assertThat(tally.of(Count.FRAMES_MISROUTED)).isEqualTo(1);
  }

  @Test
  void offer_sameCameraOfAnotherHousehold_neverGoes() {
    viewer.subscribe(stream, door.kid(), 0);
    var foreign = new StreamId(THEIRS, door.camera(), door.track());
    assertThat(viewer.offer(foreign, door.key(0), NOW)).isFalse();
    assertThat(tally.of(Count.FRAMES_MISROUTED)).isEqualTo(1);
  }

  @Test
  void offer_viewerBehind_waitsThenSkipsToTheNextKeyFrame() {
    viewer.subscribe(stream, door.kid(), 0);
    assertThat(offer(door.key(0))).isTrue();
    assertThat(offer(door.delta(1, 0))).isTrue();
    for (int number = 2; number <= 6; number++) {
      assertThat(offer(door.delta(number, 0))).isFalse();
    }
    // 2 to 4 wait, 5 had no room, 6 would need it.
    assertThat(tally.of(Count.FRAMES_SKIPPED)).isEqualTo(1);
    assertThat(offer(door.key(7))).isFalse();
    // What waited before the key frame would only make it late.
    assertThat(tally.of(Count.FRAMES_SKIPPED)).isEqualTo(4);
    assertThat(acknowledge(2)).containsExactly(7L);
    assertThat(offer(door.delta(8, 7))).isTrue();
  }

  @Test
  void offer_soundToAViewerBehind_waitsHalfASecondAndGoesInOrder() {
    var listener = new Viewer(limits(1, 1_000), tally);
    var sound = new StreamId(OURS, door.camera(), Track.SOUND);
    listener.subscribe(sound, door.track(Track.SOUND).kid(), 0);
    assertThat(listener.offer(sound, door.sound(0), NOW)).isTrue();
    int aacAt16Khz = 64; // milliseconds from one frame to the next
    int last = 100;
    for (int number = 1; number <= last; number++) {
      assertThat(listener.offer(sound, door.sound(number), after(number * aacAt16Khz))).isFalse();
    }
    int halfASecond = 500 / aacAt16Khz + 1;
    assertThat(tally.of(Count.FRAMES_SKIPPED)).isEqualTo(last - halfASecond);
    var end = after(last * aacAt16Khz);
    for (int heard = 1; heard <= halfASecond; heard++) {
      assertThat(listener.acknowledge(new MediaMessage.Acknowledgement(heard), end).orElseThrow())
          .extracting(Parcel::number)
          .containsExactly((long) last - halfASecond + heard);
    }
  }

  @Test
  void acknowledge_inTime_sendsTheRestOfTheGroupWhole() {
    viewer.subscribe(stream, door.kid(), 0);
    offer(door.key(0));
    for (int number = 1; number <= 4; number++) {
      offer(door.delta(number, 0));
    }
    assertThat(acknowledge(1)).containsExactly(2L);
    assertThat(acknowledge(3)).containsExactly(3L, 4L);
    assertThat(tally.of(Count.FRAMES_SKIPPED)).isZero();
  }

  private StillPolicy policy = StillPolicy.ON;

  /// Of a viewer whose line takes ten seconds for a key frame, as a still has shown.
  private Viewer poor(Frames large) {
    var poor = new Viewer(ViewerLimits.DEFAULT, () -> policy, tally);
    poor.subscribe(of(large.track(Track.STILL)), large.track(Track.STILL).kid(), 0);
    poor.subscribe(of(large), large.kid(), 0);
    var still = large.sized(10_000).still(0);
    assertThat(poor.offer(of(large.track(Track.STILL)), still, NOW)).isTrue();
    return poor;
  }

  @Test
  void offer_keyFrameThatTheLineIsTooSlowFor_isSkippedWhileThereAreStills() {
    var large = door.sized(100_000);
    var poor = poor(large);
    assertThat(poor.offer(of(large), large.key(0), NOW)).isFalse(); // it waits: nothing is known
    var late = after(1_000);
    assertThat(poor.acknowledge(new MediaMessage.Acknowledgement(1), late).orElseThrow()).isEmpty();
    assertThat(tally.of(Count.FRAMES_SKIPPED)).isEqualTo(1);
    assertThat(poor.offer(of(large), large.delta(1, 0), late)).isFalse();
    assertThat(poor.offer(of(large), large.key(2), late)).isFalse();
    assertThat(poor.offer(of(large.track(Track.STILL)), large.sized(10_000).still(1), late))
        .isTrue();
    assertThat(poor.offer(of(large), large.sized(10_000).key(4), late)).isFalse(); // it waits
    assertThat(poor.acknowledge(new MediaMessage.Acknowledgement(2), after(2_000)).orElseThrow())
        .extracting(Parcel::number)
        .containsExactly(4L);
  }

  @Test
  void offer_keyFrameThatTheLineIsTooSlowFor_goesWithoutStills() {
    var large = door.sized(100_000);
    var poor = poor(large);
    poor.unsubscribe(of(large.track(Track.STILL)));
    assertThat(poor.acknowledge(new MediaMessage.Acknowledgement(1), after(1_000)).orElseThrow())
        .isEmpty();
    assertThat(poor.offer(of(large), large.key(0), after(1_000))).isTrue();
  }

  @Test
  void offer_keyFrameThatTheLineIsTooSlowFor_goesFromTheMomentThatThePolicyIsOff() {
    var large = door.sized(100_000);
    var poor = poor(large);
    assertThat(poor.acknowledge(new MediaMessage.Acknowledgement(1), after(1_000)).orElseThrow())
        .isEmpty();
    assertThat(poor.offer(of(large), large.key(0), after(1_000))).isFalse();
    policy = StillPolicy.OFF;
    assertThat(poor.offer(of(large), large.key(2), after(1_100))).isTrue();
    assertThat(tally.of(Count.FRAMES_SKIPPED)).isEqualTo(1);
  }

  @Test
  void turns_whatWaits_isLeftOutUpToTheNextThatStandsAlone() {
    viewer.subscribe(stream, door.kid(), 0);
    offer(door.key(0));
    offer(door.delta(1, 0));
    assertThat(offer(door.delta(2, 0))).isFalse(); // it waits
    viewer.turns(asked -> List.of(door.key(0), door.delta(1, 0), door.delta(2, 0)));
    assertThat(tally.of(Count.FRAMES_SKIPPED)).isEqualTo(1);
    assertThat(acknowledge(2)).isEmpty();
    assertThat(offer(door.delta(3, 0))).isFalse();
    assertThat(offer(door.key(4))).isTrue();
  }

  @Test
  void turns_whereNothingWaits_goesOnInTheMiddleOfTheGroup() {
    viewer.subscribe(stream, door.kid(), 0);
    offer(door.key(0));
    viewer.turns(asked -> List.of(door.key(0)));
    assertThat(offer(door.delta(1, 0))).isTrue();
  }

  /// As after a cache whose keys were wrong: what is newest there says nothing of the stream.
  @Test
  void turns_afterAForeignFrameThatIsNewerThanAllOfItsOwn_takesItsOwnAgain() {
    var foreign = door.epoch(9);
    viewer.subscribe(stream, door.kid(), 5);
    assertThat(offer(foreign.key(1_000))).isTrue();
    assertThat(offer(door.key(7))).isFalse();
    viewer.turns(asked -> List.of(door.key(7)));
    assertThat(offer(door.delta(8, 7))).isFalse();
    assertThat(offer(door.key(4))).isFalse(); // the viewer asked for what is newer
    assertThat(offer(door.key(9))).isTrue();
  }

  @Test
  void turns_afterAForeignFrameOfTheSameEpoch_takesItsOwnAgain() {
    viewer.subscribe(stream, door.kid(), 0);
    assertThat(offer(door.key(1_000))).isTrue();
    viewer.turns(asked -> List.of(door.key(7)));
    assertThat(offer(door.key(9))).isTrue();
  }

  @Test
  void acknowledge_deltaThatWaitedASecond_skipsToTheNextKeyFrame() {
    viewer.subscribe(stream, door.kid(), 0);
    offer(door.key(0));
    offer(door.delta(1, 0));
    viewer.offer(stream, door.delta(2, 0), after(1_000));
    viewer.offer(stream, door.delta(3, 0), after(1_500));
    var late = after(2_001);
    assertThat(viewer.acknowledge(new MediaMessage.Acknowledgement(2), late).orElseThrow())
        .isEmpty();
    assertThat(tally.of(Count.FRAMES_SKIPPED)).isEqualTo(2);
    assertThat(viewer.offer(stream, door.delta(4, 0), late)).isFalse();
    assertThat(viewer.offer(stream, door.key(5), late)).isTrue();
    assertThat(viewer.offer(stream, door.delta(6, 5), late)).isFalse(); // it waits
    assertThat(viewer.acknowledge(new MediaMessage.Acknowledgement(3), late).orElseThrow())
        .extracting(Parcel::number)
        .containsExactly(6L);
  }

  @Test
  void acknowledge_keyFrameThatWaitedASecond_sendsItWithWhatIsNotLate() {
    viewer.subscribe(stream, door.kid(), 0);
    offer(door.key(0));
    offer(door.delta(1, 0));
    viewer.offer(stream, door.key(2), after(1_000));
    viewer.offer(stream, door.delta(3, 2), after(1_100));
    for (int frames = 2; frames <= 3; frames++) {
      var got = new MediaMessage.Acknowledgement(frames);
      assertThat(viewer.acknowledge(got, after(2_100)).orElseThrow())
          .extracting(Parcel::number)
          .containsExactly((long) frames);
    }
    assertThat(tally.of(Count.FRAMES_SKIPPED)).isZero();
  }

  @Test
  void answered_ping_letsMoreGoOnALongLine() {
    var far = new Viewer(ViewerLimits.DEFAULT, tally);
    var large = door.sized(15_000);
    far.subscribe(of(large), large.kid(), 0);
    far.answered(Duration.ofMillis(600));
    far.offer(of(large), large.key(0), NOW);
    far.acknowledge(new MediaMessage.Acknowledgement(1), after(700));
    // 15 kB in 350 ms, so 42 kB in a second; without the ping it would be half.
    assertThat(far.offer(of(large), large.delta(1, 0), after(700))).isTrue();
    assertThat(far.offer(of(large), large.delta(2, 0), after(700))).isTrue();
    assertThat(far.offer(of(large), large.delta(3, 0), after(700))).isFalse();
  }

  @Test
  void isStuck_whenNothingIsAcknowledgedUntilTheDeadline() {
    assertThat(viewer.isStuck(after(60_000))).isFalse();
    viewer.subscribe(stream, door.kid(), 0);
    offer(door.key(0));
    assertThat(viewer.isStuck(after(15_000))).isFalse();
    assertThat(viewer.isStuck(after(15_001))).isTrue();
  }

  @Test
  void acknowledge_whatItNeverGot_isNothing() {
    assertThat(viewer.acknowledge(new MediaMessage.Acknowledgement(1), NOW)).isEmpty();
  }

  @Test
  void subscribe_again_beginsAnewFromThere() {
    viewer.subscribe(stream, door.kid(), 0);
    offer(door.key(0));
    viewer.subscribe(stream, door.kid(), 5);
    assertThat(offer(door.delta(1, 0))).isFalse();
    assertThat(offer(door.key(5))).isTrue();
  }

  @Test
  void subscribe_oneTooMany_isRefused() {
    assertThat(viewer.subscribe(stream, door.kid(), 0)).isTrue();
    assertThat(viewer.subscribe(of(Frames.of(2)), door.kid(), 0)).isTrue();
    assertThat(viewer.subscribe(of(Frames.of(3)), door.kid(), 0)).isFalse();
    assertThat(viewer.subscribe(stream, door.kid(), 9)).isTrue();
    assertThat(viewer.streams()).containsExactlyInAnyOrder(stream, of(Frames.of(2)));
  }

  @Test
  void unsubscribe_stream_getsNothingOfItAnyMore() {
    viewer.subscribe(stream, door.kid(), 0);
    offer(door.key(0));
    offer(door.delta(1, 0));
    offer(door.delta(2, 0));
    viewer.unsubscribe(stream);
    assertThat(acknowledge(2)).isEmpty();
    assertThat(offer(door.key(3))).isFalse();
    assertThat(viewer.streams()).isEmpty();
  }

  private static StreamId of(Frames camera) {
    return new StreamId(OURS, camera.camera(), camera.track());
  }
}
