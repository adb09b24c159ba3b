package io.mashrabiya.app.command.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.app.Complaint;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeInWordsTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /// A Friday.
  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 27, 8, 0, 0, 0, ZONE);

  private static final Clock CLOCK = Clock.fixed(NOW.toInstant(), ZONE);

  @ParameterizedTest
  @CsvSource({"1m, PT1M", "90m, PT90M", "12h, PT12H", "7d, P7D"})
  void span_numberAndUnit_isRead(String typed, Duration meant) throws Exception {
    assertThat(TimeInWords.span("--good-for", typed)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "m", "-1m", "1.5h", "10 m", "1w", "99999d", "10minutes"})
  void span_anythingElse_isRefusedByItsOption(String typed) {
    assertThatThrownBy(() -> TimeInWords.span("--good-for", typed))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("--good-for is a number and m, h or d");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-24, 2026-12-25T00:00+01:00[Europe/Berlin]",
    "2026-11-27, 2026-11-28T00:00+01:00[Europe/Berlin]",
    "sunday,     2026-11-30T00:00+01:00[Europe/Berlin]",
    "Sun,        2026-11-30T00:00+01:00[Europe/Berlin]",
    "friday,     2026-11-28T00:00+01:00[Europe/Berlin]",
    "thursday,   2026-12-04T00:00+01:00[Europe/Berlin]",
    "3d,         2026-11-30T08:00+01:00[Europe/Berlin]",
  })
  void until_day_isMeantToItsEnd(String typed, String end) throws Exception {
    assertThat(TimeInWords.until(typed, CLOCK)).isEqualTo(ZonedDateTime.parse(end).toInstant());
  }

  /// The clocks are set forward in that night.
  @Test
  void until_dayOfTwentyThreeHours_endsAtItsOwnMidnight() throws Exception {
    assertThat(TimeInWords.until("2027-03-28", CLOCK))
        .isEqualTo(ZonedDateTime.of(2027, 3, 29, 0, 0, 0, 0, ZONE).toInstant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2026-02-30", "24.12.2026", "su", "2026-11-26", "9999-01-01"})
  void until_anythingElse_isRefused(String typed) {
    assertThatThrownBy(() -> TimeInWords.until(typed, CLOCK))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("--until is a day");
  }
}
