package io.mashrabiya.app.command.invite;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Days of the week as they are typed: `mon-fri`, `sat,sun`, `daily`.
final class DaysInWords {
  private static final int SHORTEST = 3;

  private DaysInWords() {}

  /// A day by its name or the beginning of it.
  static Optional<DayOfWeek> day(String typed) {
    String word = typed.toUpperCase(Locale.ROOT);
    return word.length() < SHORTEST
        ? Optional.empty()
        : Stream.of(DayOfWeek.values()).filter(day -> day.name().startsWith(word)).findFirst();
  }

  /// Empty when there is anything else among them.
  static Optional<Set<DayOfWeek>> days(String typed) {
    if (typed.equalsIgnoreCase("daily")) {
      return Optional.of(EnumSet.allOf(DayOfWeek.class));
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : typed.split(",", -1)) {
      String[] ends = part.split("-", -1);
      Optional<DayOfWeek> first = day(ends[0]);
      Optional<DayOfWeek> last = day(ends[ends.length - 1]);
      if (ends.length > 2 || first.isEmpty() || last.isEmpty()) {
        return Optional.empty();
      }
      DayOfWeek day = first.get();
      days.add(day);
      while (day != last.get()) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return Optional.of(days);
  }
}
