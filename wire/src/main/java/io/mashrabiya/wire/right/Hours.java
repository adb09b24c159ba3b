package io.mashrabiya.wire.right;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Some hours that come back each week, by the clock on the home's wall: "weekdays 8 to 16".
///
/// @param days on which they begin
/// @param fromMinute of the day, 0 to 1,439
/// @param toMinute above `fromMinute` by at most a day; above 1,440 they end on the next day
public record Hours(Set<DayOfWeek> days, int fromMinute, int toMinute) {
  public static final int MINUTES_OF_DAY = 24 * 60;

  public Hours {
    if (!areHours(days, fromMinute, toMinute)) {
      throw new IllegalArgumentException("no hours: " + fromMinute + " to " + toMinute);
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  private static boolean areHours(Set<DayOfWeek> days, long from, long to) {
    return !days.isEmpty()
        && from >= 0
        && from < MINUTES_OF_DAY
        && to > from
        && to - from <= MINUTES_OF_DAY;
  }

  boolean contain(LocalDateTime time) {
    int minute = minuteOf(time.toLocalTime());
    return (days.contains(time.getDayOfWeek()) && minute >= fromMinute && minute < toMinute)
        || (days.contains(time.getDayOfWeek().minus(1)) && minute + MINUTES_OF_DAY < toMinute);
  }

  /// When the hours that contain this time end.
  LocalDateTime endOf(LocalDateTime time) {
    boolean begunToday =
        days.contains(time.getDayOfWeek()) && minuteOf(time.toLocalTime()) >= fromMinute;
    LocalDateTime midnight = time.toLocalDate().atStartOfDay();
    return (begunToday ? midnight : midnight.minusDays(1)).plusMinutes(toMinute);
  }

  private static int minuteOf(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }

  static Hours read(Fields fields) throws Malformed {
    List<Long> numbers = fields.items("days", DayOfWeek.values().length, Hours::number);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    long last = 0;
    for (long number : numbers) {
      if (number <= last || number > DayOfWeek.values().length) {
        throw fields.malformed("days");
      }
      last = number;
      days.add(DayOfWeek.of(Math.toIntExact(number)));
    }
    long from = fields.whole("fromMinute");
    long to = fields.whole("toMinute");
    if (!areHours(days, from, to)) {
      throw fields.malformed("toMinute");
    }
    return new Hours(days, Math.toIntExact(from), Math.toIntExact(to));
  }

  private static long number(Json item, String production) throws Malformed {
    if (item instanceof Json.Whole(long value)) {
      return value;
    }
    throw new Malformed(production, 0);
  }

  Json json() {
    return Json.object()
        .put("days", days, day -> new Json.Whole(day.getValue()))
        .put("fromMinute", fromMinute)
        .put("toMinute", toMinute)
        .build();
  }
}
