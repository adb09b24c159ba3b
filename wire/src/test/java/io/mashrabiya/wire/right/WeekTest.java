package io.mashrabiya.wire.right;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// 2026-11-23 is a Monday.
class WeekTest {
  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Week WEEKDAYS_8_TO_16 = week(new Hours(WEEKDAYS, 8 * 60, 16 * 60));
  private static final Week SUNDAY_NIGHT =
      week(new Hours(EnumSet.of(DayOfWeek.SUNDAY), 22 * 60, 30 * 60));

  private static Week week(Hours... hours) {
    return new Week(List.of(hours));
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T07:59:59,false",
    "2026-11-23T08:00:00,true",
    "2026-11-27T15:59:59,true",
    "2026-11-27T16:00:00,false",
    "2026-11-28T12:00:00,false"
  })
  void contains_weekdays8To16_byTheHomesWall(String local, boolean contains) {
    assertThat(WEEKDAYS_8_TO_16.contains(at(local, RIYADH), RIYADH)).isEqualTo(contains);
  }

  @Test
  void contains_anotherZone_countsByTheHomesClockAlone() {
    Instant morning = at("2026-11-23T08:00:00", RIYADH);
    assertThat(WEEKDAYS_8_TO_16.contains(morning, RIYADH)).isTrue();
    assertThat(WEEKDAYS_8_TO_16.contains(morning, BERLIN)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T21:59:00,false",
    "2026-11-22T22:00:00,true",
    "2026-11-23T05:59:00,true",
    "2026-11-23T06:00:00,false",
    "2026-11-22T05:00:00,false"
  })
  void contains_overMidnight_goesOnIntoMonday(String local, boolean contains) {
    assertThat(SUNDAY_NIGHT.contains(at(local, RIYADH), RIYADH)).isEqualTo(contains);
  }

  @Test
  void contains_nothing_isNever() {
    assertThat(Week.EMPTY.contains(Instant.EPOCH, RIYADH)).isFalse();
  }

  @Test
  void endOf_hoursOverMidnight_isInTheMorning() {
    assertThat(SUNDAY_NIGHT.endOf(at("2026-11-22T23:00:00", RIYADH), RIYADH))
        .contains(at("2026-11-23T06:00:00", RIYADH));
    assertThat(SUNDAY_NIGHT.endOf(at("2026-11-23T01:00:00", RIYADH), RIYADH))
        .contains(at("2026-11-23T06:00:00", RIYADH));
  }

  @Test
  void endOf_hoursThatFollowEachOther_isTheEndOfTheLast() {
    Week night =
        week(
            new Hours(EnumSet.of(DayOfWeek.MONDAY), 22 * 60, 24 * 60),
            new Hours(EnumSet.of(DayOfWeek.TUESDAY), 0, 7 * 60));
    assertThat(night.endOf(at("2026-11-23T22:30:00", RIYADH), RIYADH))
        .contains(at("2026-11-24T07:00:00", RIYADH));
  }

  @Test
  void endOf_hoursThatNeverEnd_isEmpty() {
    Week always = week(new Hours(EnumSet.allOf(DayOfWeek.class), 0, 24 * 60));
    assertThat(always.endOf(at("2026-11-23T12:00:00", RIYADH), RIYADH)).isEmpty();
  }

  @Test
  void endOf_outsideTheHours_isEmpty() {
    assertThat(SUNDAY_NIGHT.endOf(at("2026-11-23T12:00:00", RIYADH), RIYADH)).isEmpty();
  }

  /// On 2026-10-25 Berlin's clock goes back from 3 to 2.
  @Test
  void endOf_nightInWhichTheClockIsSetBack_isByTheWall() {
    Week night = week(new Hours(EnumSet.of(DayOfWeek.SATURDAY), 22 * 60, 30 * 60));
    assertThat(night.endOf(at("2026-10-24T23:00:00", BERLIN), BERLIN))
        .contains(at("2026-10-25T06:00:00", BERLIN));
  }

  private static Week read(String days) throws Malformed {
    String text = "{\"week\":[{\"days\":[%s],\"fromMinute\":0,\"toMinute\":1440}]}".formatted(days);
    return Week.read(Fields.parse("test", text.getBytes(UTF_8)), "week");
  }

  @Test
  void read_fromMondayToSunday_isEveryDay() throws Malformed {
    assertThat(read("1,2,3,4,5,6,7"))
        .isEqualTo(week(new Hours(EnumSet.allOf(DayOfWeek.class), 0, 1_440)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,1", "2,1", "0", "8", "7,8"})
  void read_daysThatAreNoneOrNotInOrder_isMalformed(String days) {
    assertThatThrownBy(() -> read(days)).isInstanceOf(Malformed.class);
  }

  @Test
  void week_ofMoreHoursThanMayBe_isNotMade() {
    var hours = new Hours(WEEKDAYS, 0, 60);
    assertThat(new Week(Collections.nCopies(Week.MAX_HOURS, hours)).hours()).hasSize(14);
    assertThatThrownBy(() -> new Week(Collections.nCopies(Week.MAX_HOURS + 1, hours)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hours_thatCannotBe_areNotMade() {
    assertThatThrownBy(() -> new Hours(EnumSet.noneOf(DayOfWeek.class), 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Hours(WEEKDAYS, 60, 60))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Hours(WEEKDAYS, 60, 60 + 24 * 60 + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
