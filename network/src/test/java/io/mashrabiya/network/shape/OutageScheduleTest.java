package io.mashrabiya.network.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.network.shape.Outages.Between;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageScheduleTest {
  private static final long SECOND = 1_000_000_000;

  /// Works for ten seconds, fails for three, and so on.
  private static OutageSchedule tenAndThree() {
    return new OutageSchedule(
        Optional.of(new Outages(Between.seconds(10, 10), Between.seconds(3, 3))), 1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0, 4, 4",
    "0, 10, 10",
    "9, 2, 14",
    "10, 1, 14",
    "12, 1, 14",
    "13, 1, 14",
    "5, 25, 36",
    "27, 2, 29",
  })
  void finish_ofWork_restsInOutages(long start, long work, long done) {
    assertThat(tenAndThree().finish(start * SECOND, work * SECOND)).isEqualTo(done * SECOND);
  }

  @Test
  void finish_askedInOrder_isAsIfAskedAlone() {
    OutageSchedule schedule = tenAndThree();
    schedule.finish(0, 11 * SECOND);
    assertThat(schedule.finish(14 * SECOND, 0)).isEqualTo(14 * SECOND);
    assertThat(schedule.finish(22 * SECOND, 2 * SECOND)).isEqualTo(27 * SECOND);
  }

  @Test
  void finish_withoutOutages_isTheWorkAlone() {
    assertThat(new OutageSchedule(Optional.empty(), 1).finish(5, 7)).isEqualTo(12);
  }

  @Test
  void finish_bySecondsInTheTrain_restsForTwoToTwenty() {
    List<Long> rests = rests(7);
    assertThat(rests).hasSizeGreaterThan(50);
    assertThat(rests).allSatisfy(rest -> assertThat(rest).isBetween(2 * SECOND, 20 * SECOND));
  }

  @Test
  void finish_ofTheSameSeed_isTheSame() {
    assertThat(rests(7)).isEqualTo(rests(7)).isNotEqualTo(rests(8));
  }

  @Test
  void failures_ofALine_areThoseOfItsOutagesThatBeginInTime() {
    Way way = Way.steady(1, Duration.ZERO, 0);
    var tenAndThree = new Outages(Between.seconds(10, 10), Between.seconds(3, 3));
    var line = new Line(way, way, Optional.of(tenAndThree));
    assertThat(line.failures(1, Duration.ofSeconds(24)))
        .containsExactly(
            new Failure(10 * SECOND, 13 * SECOND), new Failure(23 * SECOND, 26 * SECOND));
  }

  @Test
  void failures_inTheTrain_areThoseThatItsPacketsMeet() {
    List<Failure> failures = Profile.TRAIN.line().failures(7, Duration.ofHours(1));
    OutageSchedule asked = new OutageSchedule(Profile.TRAIN.line().outages(), 7);
    assertThat(failures).hasSizeGreaterThan(50);
    for (Failure failure : failures) {
      assertThat(asked.finish(failure.beginNanos() - 1, 1)).isEqualTo(failure.beginNanos());
      assertThat(asked.finish(failure.beginNanos(), 1)).isEqualTo(failure.endNanos() + 1);
    }
  }

  @Test
  void failures_withoutOutages_areNone() {
    assertThat(Profile.VILLAGE.line().failures(1, Duration.ofDays(1))).isEmpty();
  }

  /// How long each failure of an hour in the train lasts, seen by work that never ends.
  private static List<Long> rests(long seed) {
    var schedule = new OutageSchedule(Profile.TRAIN.line().outages(), seed);
    List<Long> rests = new ArrayList<>();
    long now = 0;
    while (now < 3_600 * SECOND) {
      long done = schedule.finish(now, SECOND);
      if (done > now + SECOND) {
        rests.add(done - now - SECOND);
      }
      now = done;
    }
    return rests;
  }
}
