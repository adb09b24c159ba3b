package io.mashrabiya.app.command.invite;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as they are typed: `10m`, `12h`, `3d`, `2026-12-24`, `sunday`.
final class TimeInWords {
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,4})([mhd])");

  private TimeInWords() {}

  /// @param option what it was typed for
  static Duration span(String option, String typed) throws Complaint {
    return span(typed)
        .orElseThrow(() ->
            new Complaint(
                Exit.USAGE,
                say("{0} is a number and m, h or d: for example 10m, 12h or 3d.", option)));
  }

  private static Optional<Duration> span(String typed) {
    Matcher span = SPAN.matcher(typed);
    if (!span.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(span.group(1));
    return Optional.of(
        switch (span.group(2)) {
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  /// A day is meant to its end; the day of the week is the next of that name, today among them.
  static Instant until(String typed, Clock clock) throws Complaint {
    LocalDate today = LocalDate.now(clock);
    Optional<DayOfWeek> weekday = DaysInWords.day(typed);
    if (weekday.isPresent()) {
      return endOf(today.with(TemporalAdjusters.nextOrSame(weekday.get())), clock);
    }
    Optional<Duration> span = span(typed);
    if (span.isPresent()) {
      return clock.instant().plus(span.get());
    }
    try {
      LocalDate day = LocalDate.parse(typed);
      if (day.isBefore(today) || day.isAfter(today.plusYears(100))) {
        throw new Complaint(Exit.USAGE, say("--until is a day to come."));
      }
      return endOf(day, clock);
    } catch (DateTimeException e) {
      throw new Complaint(
          Exit.USAGE,
          say("--until is a day, as 2026-12-24 or sunday, or how long, as 3d or 12h."),
          e);
    }
  }

  private static Instant endOf(LocalDate day, Clock clock) {
    return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
  }
}
