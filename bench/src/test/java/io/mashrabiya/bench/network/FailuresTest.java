package io.mashrabiya.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.network.Failures.Span;
import io.mashrabiya.network.shape.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  private static final Label NONE = new Label.None();

  /// From second 10 to 14, and from 30 to 33.
  private static final Failures TWO =
      new Failures(List.of(new Span(10_000, 14_000), new Span(30_000, 33_000)));

  private static Aged seen(double millis, double seconds) {
    return new Aged(millis, seconds, NONE);
  }

  @Test
  void since_theBeginningOfALine_areTimesOfTheDay() {
    List<Failure> failures = List.of(new Failure(2_000_000_000L, 5_500_000_000L));
    assertThat(Failures.since(1_000, failures).spans()).containsExactly(new Span(3_000, 6_500));
  }

  @ParameterizedTest
  @CsvSource({
    "9999, true, 0",
    "10000, false, 0",
    "13000, false, 3",
    "14000, true, 4", // back, and nothing can be here yet
    "15500, true, 5.5",
    "16000, true, 0", // two seconds later it can
    "31000, false, 1",
  })
  void goneSeconds_ofAMoment_isSinceTheLineFailedUntilItCanBeRecovered(
      double millis, boolean works, double gone) {
    assertThat(TWO.works(millis)).isEqualTo(works);
    assertThat(TWO.goneSeconds(millis)).isEqualTo(gone);
  }

  @Test
  void workedSeconds_ofATime_isItWithoutItsFailures() {
    assertThat(TWO.workedSeconds(0, 40_000)).isEqualTo(33);
    assertThat(TWO.workedSeconds(12_000, 31_000)).isEqualTo(16);
    assertThat(TWO.workedSeconds(11_000, 13_000)).isZero();
  }

  @Test
  void during_aTime_countsThoseThatTouchIt() {
    assertThat(TWO.during(0, 10_000)).isZero();
    assertThat(TWO.during(13_999, 30_000)).isEqualTo(1);
    assertThat(TWO.during(13_000, 31_000)).isEqualTo(2);
  }

  @Test
  void recoveries_areFromEachReturnToTheFirstYoungPicture() {
    List<Aged> seen =
        List.of(
            seen(9_000, 0.5), // before
            seen(12_000, 2.5), // young still, but the line is not back
            seen(14_500, 5),
            seen(15_200, 3.1),
            seen(15_300, 3),
            seen(33_000, 2.9));
    assertThat(TWO.recoveries(seen, 0, 40_000)).containsExactly(1.3, 0.0);
  }

  @Test
  void recoveries_whereNoYoungPictureCame_lastUntilTheEnd() {
    assertThat(TWO.recoveries(List.of(seen(35_000, 20)), 0, 40_000)).containsExactly(26.0, 7.0);
  }

  @Test
  void recoveries_ofReturnsBesideTheMeasuredTime_areLeftOut() {
    List<Aged> seen = List.of(seen(33_500, 1));
    assertThat(TWO.recoveries(seen, 14_001, 34_999)).isEmpty();
    assertThat(TWO.recoveries(seen, 14_001, 35_000)).containsExactly(0.5);
  }
}
