package io.mashrabiya.network.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.network.shape.Fate.Arrives;
import io.mashrabiya.network.shape.Fate.Dropped;
import io.mashrabiya.network.shape.Fate.Lost;
import io.mashrabiya.network.shape.Outages.Between;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// In virtual time. 8,000 bit/s are a byte each millisecond.
class ShapingTest {
  private static final long MILLI = 1_000_000;
  private static final Way STEADY = Way.steady(8_000, Duration.ofMillis(200), 100);

  private static Shaping shaping(Way way) {
    return shaping(way, 1);
  }

  private static Shaping shaping(Way way, long seed) {
    return new Shaping(way, new OutageSchedule(Outages.NONE, seed), seed);
  }

  private static Arrives arrivesAt(long millis) {
    return new Arrives(millis * MILLI);
  }

  @Test
  void send_onAnEmptyLine_arrivesAfterItsSizeAndTheWay() {
    Shaping line = shaping(STEADY);
    assertThat(line.send(50, 0)).isEqualTo(arrivesAt(250));
    assertThat(line.send(10, 1_000 * MILLI)).isEqualTo(arrivesAt(1_210));
  }

  @Test
  void send_atOnce_leaveOneAfterTheOther() {
    Shaping line = shaping(STEADY);
    assertThat(List.of(line.send(30, 0), line.send(20, 0), line.send(10, 5 * MILLI)))
        .isEqualTo(List.of(arrivesAt(230), arrivesAt(250), arrivesAt(260)));
  }

  @Test
  void send_toAFullQueue_isDroppedAndFitsWhenItSays() {
    Shaping line = shaping(STEADY);
    line.send(40, 0);
    line.send(60, 0);
    Fate refused = line.send(50, 10 * MILLI);
    assertThat(refused).isEqualTo(new Dropped(100 * MILLI));
    assertThat(line.send(40, 39 * MILLI)).isEqualTo(new Dropped(40 * MILLI));
    assertThat(line.send(40, 40 * MILLI)).isEqualTo(arrivesAt(340));
  }

  @Test
  void send_largerThanTheQueue_isTakenByAnEmptyOne() {
    Shaping line = shaping(STEADY);
    assertThat(line.send(150, 0)).isEqualTo(arrivesAt(350));
    assertThat(line.send(150, 1)).isEqualTo(new Dropped(150 * MILLI));
    assertThat(line.send(150, 150 * MILLI)).isEqualTo(arrivesAt(500));
  }

  @Test
  void send_lost_hasTakenItsTimeOnTheLine() {
    Shaping all = shaping(STEADY.losing(1));
    assertThat(all.send(60, 0)).isEqualTo(new Lost());
    assertThat(all.send(60, 0)).isEqualTo(new Dropped(60 * MILLI));
  }

  @Test
  void send_ofTenThousand_losesTheShare() {
    Shaping line = shaping(STEADY.losing(0.1));
    long lost =
        LongStream.range(0, 10_000).filter(i -> line.send(1, i * MILLI).equals(new Lost())).count();
    assertThat(lost).isBetween(880L, 1_120L); // four times the deviation of such a count
  }

  @Test
  void send_withMoreLoss_leavesTheOthersAsTheyWere() {
    Way varying = STEADY.varying(Duration.ofMillis(50)).reordering(0.1);
    Shaping whole = shaping(varying, 5);
    Shaping lossy = shaping(varying.losing(0.3), 5);
    int lost = 0;
    for (int i = 0; i < 1_000; i++) {
      // far apart, so that none waits for one before it
      Fate there = whole.send(1, i * 1_000 * MILLI);
      Fate here = lossy.send(1, i * 1_000 * MILLI);
      if (here instanceof Lost) {
        lost++;
      } else {
        assertThat(here).isEqualTo(there);
      }
    }
    assertThat(lost).isPositive();
  }

  @Test
  void send_withJitterAlone_keepsTheOrder() {
    Shaping line = shaping(STEADY.varying(Duration.ofMillis(90)));
    List<Long> arrivals = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      arrivals.add(((Arrives) line.send(1, i * MILLI)).atNanos());
    }
    assertThat(arrivals).isSorted();
    assertThat(arrivals.getLast()).isGreaterThan(arrivals.getFirst());
  }

  @Test
  void send_withDetours_someAreOvertaken() {
    Shaping line = shaping(STEADY.reordering(0.1));
    List<Long> arrivals = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      arrivals.add(((Arrives) line.send(1, i * MILLI)).atNanos() - i * MILLI);
    }
    assertThat(arrivals).containsOnly(201 * MILLI, 401 * MILLI);
    assertThat(arrivals.stream().filter(took -> took == 401 * MILLI).count()).isBetween(60L, 140L);
  }

  @Test
  void send_inAnOutage_waitsAndFillsTheQueue() {
    var outages = Optional.of(new Outages(Between.seconds(10, 10), Between.seconds(3, 3)));
    var line = new Shaping(STEADY, new OutageSchedule(outages, 1), 1);
    assertThat(line.send(90, 11_000 * MILLI)).isEqualTo(arrivesAt(13_290));
    assertThat(line.send(90, 12_000 * MILLI)).isEqualTo(new Dropped(13_090 * MILLI));
    assertThat(line.send(90, 14_000 * MILLI)).isEqualTo(arrivesAt(14_290));
  }

  static Stream<Arguments> profilesAndSeeds() {
    return Stream.of(Profile.values())
        .flatMap(
            profile -> LongStream.rangeClosed(1, 5).mapToObj(seed -> Arguments.of(profile, seed)));
  }

  /// Whatever is drawn: nothing arrives before it could have, and not more than the rate carries.
  @ParameterizedTest
  @MethodSource("profilesAndSeeds")
  void send_onEachProfile_isNeverFasterThanTheLine(Profile profile, long seed) {
    Way way = profile.line().toRelay();
    Shaping line = profile.line().shapeToRelay(seed);
    var random = new SplittableRandom(seed);
    long now = 0;
    long taken = 0;
    for (int i = 0; i < 2_000; i++) {
      now += random.nextLong(2 * 700 * 8 * 1_000 * MILLI / way.bitsPerSecond());
      int bytes = 1 + random.nextInt(1_400);
      Fate fate = line.send(bytes, now);
      taken += fate instanceof Dropped ? 0 : bytes;
      long least = now + bytes * 8_000L * MILLI / way.bitsPerSecond() + way.delay().toNanos();
      if (fate instanceof Arrives(long at)) {
        assertThat(at).isGreaterThanOrEqualTo(least);
        assertThat(at).isGreaterThanOrEqualTo(taken * 8_000 * MILLI / way.bitsPerSecond() - 2_000L);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("profilesAndSeeds")
  void shape_ofTheSameSeed_isTheSame(Profile profile, long seed) {
    assertThat(fates(profile, seed)).isEqualTo(fates(profile, seed));
  }

  private static List<Fate> fates(Profile profile, long seed) {
    Shaping there = profile.line().shapeToRelay(seed);
    Shaping back = profile.line().shapeFromRelay(seed);
    List<Fate> fates = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      fates.add(there.send(1_000, i * 20 * MILLI));
      fates.add(back.send(1_000, i * 20 * MILLI));
    }
    return fates;
  }
}
