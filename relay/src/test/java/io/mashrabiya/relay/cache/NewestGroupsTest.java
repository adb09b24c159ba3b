package io.mashrabiya.relay.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.peer.Frames;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewestGroupsTest {
  private static final HouseholdId OURS = new HouseholdId(1, 2, 3);
  private static final HouseholdId THEIRS = new HouseholdId(9, 9, 9);

  private final Tally tally = new Tally();
  private final Frames door = Frames.of(1);
  private final NewestGroups cache = cache(CacheLimits.DEFAULT);

  private NewestGroups cache(CacheLimits limits) {
    return new NewestGroups(limits, tally);
  }

  private static StreamId stream(HouseholdId household, Frames camera) {
    return new StreamId(household, camera.camera(), camera.track());
  }

  private Placement offer(Parcel parcel) {
    return cache.offer(stream(OURS, door), parcel);
  }

  private List<Long> numbers(HouseholdId household, Frames camera) {
    return cache.newest(stream(household, camera)).stream().map(Parcel::number).toList();
  }

  @Test
  void offer_groupInOrder_isKeptWhole() {
    assertThat(offer(door.key(4))).isEqualTo(Placement.BEGINS);
    assertThat(offer(door.delta(5, 4))).isEqualTo(Placement.CONTINUES);
    assertThat(offer(door.delta(6, 4))).isEqualTo(Placement.CONTINUES);
    assertThat(numbers(OURS, door)).containsExactly(4L, 5L, 6L);
  }

  @Test
  void offer_nextKeyFrame_replacesTheGroup() {
    offer(door.key(0));
    offer(door.delta(1, 0));
    assertThat(offer(door.key(2))).isEqualTo(Placement.BEGINS);
    assertThat(numbers(OURS, door)).containsExactly(2L);
  }

  @Test
  void offer_deltaBeforeAnyKeyFrame_isBroken() {
    assertThat(offer(door.delta(5, 4))).isEqualTo(Placement.BROKEN);
    assertThat(numbers(OURS, door)).isEmpty();
  }

  @Test
  void offer_deltaAfterAHole_isBrokenWithAllThatFollow() {
    offer(door.key(0));
    assertThat(offer(door.delta(2, 0))).isEqualTo(Placement.BROKEN);
    assertThat(offer(door.delta(3, 0))).isEqualTo(Placement.BROKEN);
    assertThat(numbers(OURS, door)).containsExactly(0L);
  }

  @Test
  void offer_deltaOfAnotherGroup_isBroken() {
    offer(door.key(4));
    assertThat(offer(door.delta(5, 3))).isEqualTo(Placement.BROKEN);
  }

  @Test
  void offer_groupSentAgainAfterAReconnect_continuesWhereItWas() {
    offer(door.key(0));
    offer(door.delta(1, 0));
    assertThat(offer(door.key(0))).isEqualTo(Placement.REPEATED);
    assertThat(offer(door.delta(1, 0))).isEqualTo(Placement.REPEATED);
    assertThat(offer(door.delta(2, 0))).isEqualTo(Placement.CONTINUES);
    assertThat(numbers(OURS, door)).containsExactly(0L, 1L, 2L);
  }

  @Test
  void offer_olderEpoch_isSupersededEvenWithAHigherNumber() {
    offer(door.epoch(5).key(0));
    assertThat(offer(door.epoch(4).key(100))).isEqualTo(Placement.SUPERSEDED);
    assertThat(offer(door.epoch(4).delta(1, 0))).isEqualTo(Placement.SUPERSEDED);
  }

  @Test
  void offer_newEpoch_beginsAtAnyNumber() {
    offer(door.key(100));
    assertThat(offer(door.epoch(2).delta(101, 100))).isEqualTo(Placement.BROKEN);
    assertThat(offer(door.epoch(2).key(0))).isEqualTo(Placement.BEGINS);
  }

  @Test
  void offer_still_replacesTheOneBefore() {
    var stills = door.track(Track.STILL);
    cache.offer(stream(OURS, stills), door.still(0));
    cache.offer(stream(OURS, stills), door.still(1));
    assertThat(numbers(OURS, stills)).containsExactly(1L);
  }

  @Test
  void offer_sound_goesOnAndIsNotKept() {
    var sound = stream(OURS, door.track(Track.SOUND));
    assertThat(cache.offer(sound, door.sound(0))).isEqualTo(Placement.BEGINS);
    assertThat(cache.offer(sound, door.sound(1))).isEqualTo(Placement.BEGINS);
    assertThat(cache.offer(sound, door.sound(1))).isEqualTo(Placement.REPEATED);
    assertThat(cache.newest(sound)).isEmpty();
    assertThat(cache.sizeBytes()).isZero();
  }

  @Test
  void newest_sameCameraIdOfAnotherHousehold_isEmpty() {
    offer(door.key(0));
    assertThat(numbers(THEIRS, door)).isEmpty();
  }

  @Test
  void offer_sameCameraIdOfAnotherHousehold_changesNothing() {
    offer(door.key(0));
    cache.offer(stream(THEIRS, door), door.epoch(9).key(7));
    assertThat(numbers(OURS, door)).containsExactly(0L);
    assertThat(numbers(THEIRS, door)).containsExactly(7L);
  }

  @Test
  void forget_household_leavesTheOthers() {
    offer(door.key(0));
    cache.offer(stream(THEIRS, door), door.key(7));
    cache.forget(OURS);
    assertThat(numbers(OURS, door)).isEmpty();
    assertThat(numbers(THEIRS, door)).containsExactly(7L);
    assertThat(cache.sizeBytes()).isEqualTo(door.key(7).sizeBytes());
  }

  @Test
  void offer_groupLongerThanTheTrackMayBe_goesOnButIsNotKept() {
    long two = door.key(0).sizeBytes() + door.delta(1, 0).sizeBytes();
    var small = cache(new CacheLimits(two, 1 << 20, 1 << 20, 10));
    var stream = stream(OURS, door);
    small.offer(stream, door.key(0));
    small.offer(stream, door.delta(1, 0));
    assertThat(small.newest(stream)).hasSize(2);
    assertThat(small.offer(stream, door.delta(2, 0))).isEqualTo(Placement.CONTINUES);
    assertThat(small.newest(stream)).isEmpty();
    assertThat(small.sizeBytes()).isZero();
    assertThat(small.offer(stream, door.delta(3, 0))).isEqualTo(Placement.CONTINUES);
    assertThat(small.offer(stream, door.key(4))).isEqualTo(Placement.BEGINS);
    assertThat(small.newest(stream)).hasSize(1);
    assertThat(tally.of(Count.GROUPS_EVICTED)).isEqualTo(1);
  }

  @Test
  void offer_householdOverItsLimit_losesItsOwnOldestAndNobodyElses() {
    long size = door.key(0).sizeBytes();
    var small = cache(new CacheLimits(1 << 20, 2 * size, 1 << 20, 10));
    small.offer(stream(THEIRS, door), door.key(0));
    for (int camera = 1; camera <= 3; camera++) {
      small.offer(stream(OURS, Frames.of(camera)), Frames.of(camera).key(0));
    }
    assertThat(small.newest(stream(OURS, Frames.of(1)))).isEmpty();
    assertThat(small.newest(stream(OURS, Frames.of(2)))).hasSize(1);
    assertThat(small.newest(stream(OURS, Frames.of(3)))).hasSize(1);
    assertThat(small.newest(stream(THEIRS, door))).hasSize(1);
  }

  @Test
  void offer_allOverTheirLimit_theOldestGroupGoes() {
    long size = door.key(0).sizeBytes();
    var small = cache(new CacheLimits(1 << 20, 1 << 20, 2 * size, 10));
    small.offer(stream(THEIRS, door), door.key(0));
    small.offer(stream(OURS, Frames.of(1)), Frames.of(1).key(0));
    small.offer(stream(THEIRS, door), door.key(1));
    small.offer(stream(OURS, Frames.of(2)), Frames.of(2).key(0));
    assertThat(small.newest(stream(OURS, Frames.of(1)))).isEmpty();
    assertThat(small.newest(stream(THEIRS, door))).hasSize(1);
    assertThat(small.sizeBytes()).isEqualTo(2 * size);
  }

  @Test
  void offer_allOverTheirLimit_whatGoesIsChargedToWhomItWasOf() {
    long size = door.key(0).sizeBytes();
    var small = cache(new CacheLimits(1 << 20, 1 << 20, 2 * size, 10));
    small.offer(stream(THEIRS, door), door.key(0));
    small.offer(stream(OURS, Frames.of(1)), Frames.of(1).key(0));
    small.offer(stream(OURS, Frames.of(2)), Frames.of(2).key(0));
    assertThat(small.sizeBytes(THEIRS)).isZero();
    assertThat(small.sizeBytes(OURS)).isEqualTo(2 * size);
  }

  @Test
  void limits_ofNothing_letPicturesGoOnAndKeepNone() {
    var none = cache(new CacheLimits(0, 0, 0, 1));
    var stream = stream(OURS, door);
    assertThat(none.offer(stream, door.key(0))).isEqualTo(Placement.BEGINS);
    assertThat(none.offer(stream, door.delta(1, 0))).isEqualTo(Placement.CONTINUES);
    assertThat(none.newest(stream)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0, 1", "0, -1, 0, 1", "0, 0, -1, 1", "0, 0, 0, 0"})
  void limits_belowNothing_areRefused(long track, long household, long total, int streams) {
    assertThatThrownBy(() -> new CacheLimits(track, household, total, streams))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(Placement.class)
  void isTaken_onlyOfTheNextOneAndOfANewBeginning(Placement placement) {
    assertThat(placement.isTaken())
        .isEqualTo(placement == Placement.BEGINS || placement == Placement.CONTINUES);
  }

  @Test
  void offer_moreStreamsThanAHouseholdMayHave_forgetsTheOldest() {
    var small = cache(new CacheLimits(1 << 20, 1 << 20, 1 << 20, 2));
    for (int camera = 1; camera <= 3; camera++) {
      small.offer(stream(OURS, Frames.of(camera)), Frames.of(camera).key(0));
    }
    assertThat(small.newest(stream(OURS, Frames.of(1)))).isEmpty();
    assertThat(small.newest(stream(OURS, Frames.of(3)))).hasSize(1);
    assertThat(small.sizeBytes()).isEqualTo(2L * door.key(0).sizeBytes());
  }

  /// Whatever comes: a group begins with a frame that stands alone, has no hole, is of its own
  /// stream, and sizes add up.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void offer_anyFrames_keepsWhatIsTrueOfEveryCache(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var small = cache(new CacheLimits(1_500, 4_000, 9_000, 3));
    List<StreamId> streams = new ArrayList<>();
    for (int step = 0; step < 20_000; step++) {
      var household = new HouseholdId(random.nextInt(4), 0, 0);
      var camera = Frames.of(random.nextInt(5)).epoch(1 + random.nextInt(3));
      long number = random.nextInt(12);
      boolean isKey = number == 0 || random.nextInt(3) == 0;
      var parcel = isKey ? camera.key(number) : camera.delta(number, random.nextLong(number));
      var stream = stream(household, camera);
      if (!streams.contains(stream)) {
        streams.add(stream);
      }
      small.offer(stream, parcel);
      long size = 0;
      for (StreamId each : streams) {
        var group = small.newest(each);
        size += group.stream().mapToLong(Parcel::sizeBytes).sum();
        for (int i = 0; i < group.size(); i++) {
          var one = group.get(i);
          assertThat(one.standsAlone()).as("seed %d step %d", seed, step).isEqualTo(i == 0);
          assertThat(one.camera()).isEqualTo(each.camera());
          assertThat(one.number()).isEqualTo(group.getFirst().number() + i);
          assertThat(one.kid()).isEqualTo(group.getFirst().kid());
        }
      }
      assertThat(small.sizeBytes()).as("seed %d step %d", seed, step).isEqualTo(size);
      assertThat(size).isLessThanOrEqualTo(9_000);
    }
  }
}
