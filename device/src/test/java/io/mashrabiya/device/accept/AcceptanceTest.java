package io.mashrabiya.device.accept;

import static io.mashrabiya.device.accept.Frames.MAIN;
import static io.mashrabiya.device.accept.Frames.NEXT;
import static io.mashrabiya.device.accept.Frames.OLD_STILL;
import static io.mashrabiya.device.accept.Frames.delta;
import static io.mashrabiya.device.accept.Frames.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
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

/// What holds over long times; single rules are in [AcceptVectorsTest].
class AcceptanceTest {
  private final Acceptance acceptance = new Acceptance();

  private static Duration at(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  /// A session on epoch 10, whose main track begins at number 5.
  private void opened() {
    acceptance.rekeyed(Set.of(MAIN, OLD_STILL));
    acceptance.opened(10, List.of(new TrackStart(MAIN, 5), new TrackStart(OLD_STILL, 2)), at(0));
  }

  /// Each is counted as refused, whatever the reason.
  @Test
  void counts_refused_areThoseOfAllReasons() {
    opened();
    acceptance.arrives(key(MAIN, 4), at(1));
    acceptance.arrives(key(new Kid(9, Track.MAIN), 0), at(1));
    acceptance.arrives(key(NEXT, 0), at(1));
    acceptance.beatAnswered(10, at(2));
    assertThat(acceptance.counts()).isEqualTo(new Counts(0, 0, 3, 0, 0));
  }

  /// The session named the still, and its card has not come yet.
  @Test
  void arrives_olderStillThatTheSessionNamed_isOldAndNoStrangers() {
    acceptance.opened(10, List.of(new TrackStart(OLD_STILL, 2)), at(0));
    assertThat(acceptance.arrives(key(OLD_STILL, 3), at(1))).isEqualTo(new Arrival.Superseded());
  }

  @Test
  void arrives_otherTrackOfTheEpochThatWasLeft_isOldAndNoStrangers() {
    opened();
    acceptance.beatAnswered(11, at(1));
    assertThat(acceptance.arrives(key(new Kid(10, Track.SUB), 0), at(2)))
        .isEqualTo(new Arrival.Superseded());
  }

  @Test
  void rekeyed_keyOfSomeThatWait_releasesThoseAndLeavesTheOthers() {
    Kid sub = new Kid(11, Track.SUB);
    opened();
    acceptance.arrives(key(NEXT, 0), at(1));
    acceptance.arrives(key(sub, 0), at(1));
    Released first = acceptance.rekeyed(Set.of(MAIN, NEXT));
    assertThat(first.again()).extracting(SealedFrame::kid).containsExactly(NEXT);
    assertThat(first.refused()).isEmpty();
    Released second = acceptance.rekeyed(Set.of(MAIN, NEXT, sub));
    assertThat(second.again()).extracting(SealedFrame::kid).containsExactly(sub);
  }

  @Test
  void accepted_soundOfTheSameMomentTwice_isHeardOnce() {
    Kid sound = new Kid(10, Track.SOUND);
    acceptance.rekeyed(Set.of(sound));
    acceptance.opened(10, List.of(new TrackStart(sound, 0)), at(0));
    assertThat(acceptance.accepted(sound(sound, 0), 100).paint()).isTrue();
    assertThat(acceptance.accepted(sound(sound, 1), 100).paint()).isFalse();
    assertThat(acceptance.accepted(sound(sound, 2), 101).paint()).isTrue();
  }

  private static SealedFrame sound(Kid kid, long number) {
    return new SealedFrame(Kind.SOUND, number, kid, number, new byte[100]);
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
