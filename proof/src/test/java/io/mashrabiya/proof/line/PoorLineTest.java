package io.mashrabiya.proof.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.proof.line.PoorLine.Arrival;
import io.mashrabiya.proof.line.PoorLine.Pictures;
import io.mashrabiya.wire.sealed.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the relay's window makes of each line, decided by the classes that ship
/// (docs/design/poor-lines.md).
class PoorLineTest {
  private static final Duration LENGTH = Duration.ofMinutes(2);

  /// The page was still loading.
  private static final Duration PONG = Duration.ofSeconds(2);

  private static List<Arrival> of(List<Arrival> arrivals, Kind kind) {
    return arrivals.stream().filter(one -> one.parcel().kind() == kind).toList();
  }

  /// The most that passes between two arrivals of what can be shown, with the age of the first.
  private static Duration oldestShown(List<Arrival> arrivals) {
    Duration oldest = Duration.ZERO;
    for (int i = 1; i < arrivals.size(); i++) {
      var shown = arrivals.get(i).at().minus(arrivals.get(i - 1).capturedAt());
      oldest = shown.compareTo(oldest) > 0 ? shown : oldest;
    }
    return oldest;
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void watch_anyLine_bringsNoGroupWithAHoleAndNoTwoKeyFramesAtOnce(Profile profile) {
    var line = new PoorLine(profile, PONG, 1);
    long last = -1;
    for (var arrival : line.watch(LENGTH)) {
      var parcel = arrival.parcel();
      if (parcel.kind() == Kind.DELTA) {
        assertThat(parcel.number()).isEqualTo(last + 1);
      }
      last = parcel.kind() == Kind.STILL ? last : parcel.number();
    }
    assertThat(line.mostKeysInFlight()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FIBRE", "LTE"})
  void watch_lineThatCarriesAll_bringsAllAndSoon(Profile profile) {
    var arrivals = new PoorLine(profile, PONG, 1).watch(LENGTH);
    long pictures = arrivals.stream().filter(one -> one.parcel().kind() != Kind.STILL).count();
    assertThat(pictures).isGreaterThan(15 * LENGTH.toSeconds() - 15);
    assertThat(arrivals.stream().skip(40).map(Arrival::age))
        .allMatch(age -> age.compareTo(Duration.ofMillis(600)) < 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void watch_village_bringsEachKeyFrameWithinTheTimeThatItTakes(long seed) {
    var line = new PoorLine(Profile.VILLAGE, PONG, seed);
    var arrivals = line.watch(LENGTH);
    // 1.25 s on the line, 0.14 s of way, losses, and at most what was in flight before.
    assertThat(of(arrivals, Kind.KEY).stream().map(Arrival::age))
        .allMatch(age -> age.compareTo(Duration.ofMillis(2_800)) < 0);
    assertThat(oldestShown(of(arrivals, Kind.KEY))).isLessThan(Duration.ofMillis(5_000));
    assertThat(line.mostInFlightBytes()).isLessThanOrEqualTo(PoorLine.KEY_BYTES);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void watch_december26_bringsStillsAndNoKeyFrameThatHoldsThemUp(long seed) {
    var line = new PoorLine(Profile.DECEMBER26, PONG, seed);
    var arrivals = line.watch(LENGTH);
    assertThat(of(arrivals, Kind.KEY)).isEmpty();
    assertThat(arrivals.getFirst().at()).isLessThan(Duration.ofSeconds(6));
    assertThat(oldestShown(arrivals)).isLessThan(Duration.ofSeconds(16));
    assertThat(line.mostInFlightBytes()).isLessThanOrEqualTo(PoorLine.STILL_BYTES);
  }

  /// What the ladder goes by: about right, and no news every other second.
  @ParameterizedTest
  @CsvSource({"VILLAGE, 1", "VILLAGE, 2", "VILLAGE, 3", "DECEMBER26, 1", "DECEMBER26, 2"})
  void watch_slowLine_isToldWhatItCarries(Profile profile, long seed) {
    long carries = profile.line().fromRelay().bitsPerSecond();
    Duration pong =
        profile.line().toRelay().delay().plus(profile.line().fromRelay().delay()).plusMillis(5);
    for (Pictures pictures : List.of(Pictures.MAIN, Pictures.LOW)) {
      var line = new PoorLine(profile, pictures, pong, seed);
      line.watch(LENGTH);
      assertThat(line.told()).hasSizeBetween(1, 3);
      assertThat(line.told().getLast()).isBetween(carries * 6 / 10, carries * 14 / 10);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FIBRE", "DSL", "LTE"})
  void watch_lineThatCarriesAll_isToldOfNoLimit(Profile profile) {
    var line = new PoorLine(profile, PONG, 1);
    line.watch(LENGTH);
    assertThat(line.told()).isEmpty();
  }
}
