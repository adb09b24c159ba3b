package io.mashrabiya.home.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.ladder.Rung;
import io.mashrabiya.wire.sealed.Track;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CameraRungsTest {
  private static final OptionalLong NONE = OptionalLong.empty();

  private static OptionalLong measured(long bitsPerSecond) {
    return OptionalLong.of(bitsPerSecond);
  }

  private static List<Track> tracks(OptionalLong main, OptionalLong sub) {
    return CameraRungs.of(main, sub).stream().map(Rung::track).toList();
  }

  /// A line of 1 Mbit/s is taken for 650 kbit/s while it is full, and for up to 940 when it is not.
  @Test
  void of_smallCopy_isGivenOnAMegabitAndKeptWhereLessOfItIsMeasured() {
    Rung small = CameraRungs.of(measured(2_500_000), NONE).get(2);
    assertThat(small.track()).isEqualTo(Track.TRANSCODE);
    assertThat(small.bitsPerSecond()).isLessThan((long) (0.65 * 900_000));
    assertThat(small.bitsPerSecond()).isLessThan((long) (0.9 * 650_000));
  }

  @Test
  void of_largeCamera_allCopiesFromTheLeastToTheMost() {
    assertThat(tracks(measured(2_500_000), NONE))
        .containsExactly(Track.GLIMPSE, Track.LOW, Track.TRANSCODE, Track.MAIN);
    assertThat(CameraRungs.of(measured(2_500_000), measured(800_000)))
        .extracting(Rung::bitsPerSecond)
        .isSorted();
  }

  @Test
  void of_cameraThatSendsHardlyMoreItself_noCopyThatSavesNothing() {
    assertThat(tracks(measured(2_500_000), measured(500_000)))
        .containsExactly(Track.GLIMPSE, Track.LOW, Track.SUB, Track.MAIN);
    assertThat(tracks(measured(200_000), NONE)).containsExactly(Track.GLIMPSE, Track.MAIN);
  }

  @Test
  void of_subStreamThatTakesMoreThanMain_isNone() {
    assertThat(tracks(measured(1_000_000), measured(1_200_000))).doesNotContain(Track.SUB);
  }

  @Test
  void of_pictureThatNobodyThereDecodes_theCopiesAlone() {
    assertThat(tracks(NONE, NONE)).containsExactly(Track.GLIMPSE, Track.LOW, Track.TRANSCODE);
  }

  @Test
  void of_streamsOfWhichNothingWasMeasured_areTakenForUsualOnes() {
    assertThat(tracks(measured(0), measured(0)))
        .containsExactly(Track.GLIMPSE, Track.LOW, Track.SUB, Track.MAIN);
  }
}
