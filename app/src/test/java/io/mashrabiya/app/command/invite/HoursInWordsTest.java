package io.mashrabiya.app.command.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.wire.right.Hours;
import java.time.DayOfWeek;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursInWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mon-fri 8-16       | 12345   | 480  | 960  | Mon, Tue, Wed, Thu, Fri 08:00 to 16:00
          sat,sun 10:30-22   | 67      | 630  | 1320 | Sat, Sun 10:30 to 22:00
          Monday 0-24        | 1       | 0    | 1440 | Mon 00:00 to 24:00
          sat-mon 9-10       | 167     | 540  | 600  | Mon, Sat, Sun 09:00 to 10:00
          daily 22-6:05      | 1234567 | 1320 | 1805 | Mon, Tue, Wed, Thu, Fri, Sat, Sun 22:00 to 06:05 of the next day
          mon,wed-thu 1-2    | 134     | 60   | 120  | Mon, Wed, Thu 01:00 to 02:00
          """)
  void read_hoursOfAWeek_areThoseAndSaidSo(
      String typed, String days, int from, int to, String words) throws Exception {
    Set<DayOfWeek> meant =
        days.chars().mapToObj(digit -> DayOfWeek.of(digit - '0')).collect(Collectors.toSet());
    Hours read = HoursInWords.read(typed);
    assertThat(read).isEqualTo(new Hours(meant, from, to));
    assertThat(HoursInWords.words(read)).hasToString(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8-16",
        "mon",
        "mon 8",
        "mon 8-8",
        "mon 24-24",
        "mon 24-6",
        "mon 8-25",
        "mon 8:60-9",
        "mo 8-16",
        "mon-tue-wed 8-16",
        "mon,, 8-16",
        "funday 8-16",
        "mon 8-16 tue 8-16"
      })
  void read_anythingElse_isRefused(String typed) {
    assertThatThrownBy(() -> HoursInWords.read(typed))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("--hours is days and hours");
  }
}
