package io.mashrabiya.app.command.invite;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.wire.right.Hours;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hours of a week as they are typed, `mon-fri 8-16`, and as they are said.
final class HoursInWords {
  private static final Pattern HOURS =
      Pattern.compile("(\\S+) +([0-9]{1,2})(?::([0-9]{2}))?-([0-9]{1,2})(?::([0-9]{2}))?");

  private HoursInWords() {}

  /// Hours that end before they begin end on the next day.
  static Hours read(String typed) throws Complaint {
    Matcher read = HOURS.matcher(typed.strip());
    if (!read.matches()) {
      throw notUnderstood();
    }
    Optional<Set<DayOfWeek>> days = DaysInWords.days(read.group(1));
    int from = minute(read.group(2), read.group(3));
    int to = minute(read.group(4), read.group(5));
    if (days.isEmpty() || from == to || from == Hours.MINUTES_OF_DAY) {
      throw notUnderstood();
    }
    return new Hours(days.get(), from, to > from ? to : to + Hours.MINUTES_OF_DAY);
  }

  private static int minute(String hours, String minutes) throws Complaint {
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    int all = Integer.parseInt(hours) * 60 + minute;
    if (minute > 59 || all > Hours.MINUTES_OF_DAY) {
      throw notUnderstood();
    }
    return all;
  }

  private static Complaint notUnderstood() {
    return new Complaint(
        Exit.USAGE,
        say(
            "--hours is days and hours, as 'mon-fri 8-16', 'sat,sun 10-22:30' or 'daily 22-6'; 0-24 is the whole day."));
  }

  /// For example `Mon, Tue 08:00 to 16:00`.
  static Sentence words(Hours hours) {
    Spoken days = Sentence.listed(hours.days().stream().sorted().map(HoursInWords::name).toList());
    String from = clock(hours.fromMinute());
    return hours.toMinute() > Hours.MINUTES_OF_DAY
        ? say(
            "{0} {1} to {2} of the next day",
            days, from, clock(hours.toMinute() - Hours.MINUTES_OF_DAY))
        : say("{0} {1} to {2}", days, from, clock(hours.toMinute()));
  }

  private static Spoken name(DayOfWeek day) {
    return tongue -> day.getDisplayName(TextStyle.SHORT, tongue.locale());
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }
}
