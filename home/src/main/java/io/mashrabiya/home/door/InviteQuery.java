package io.mashrabiya.home.door;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.door.InviteWish.Given;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.right.Hours;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.words.Sentence;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An [InviteWish] as the query of a request (docs/ref/data-folder.md).
final class InviteQuery {
  private static final String GOOD_FOR = "goodForSeconds";
  private static final String RIGHTS = "rights";
  private static final String CAMERA = "camera";
  private static final String UNTIL = "untilMicros";
  private static final String HOURS = "hours";
  private static final String MANAGE = "manage";
  private static final List<String> KNOWN = List.of(GOOD_FOR, RIGHTS, CAMERA, UNTIL, HOURS);

  private final Map<String, List<String>> said = new HashMap<>();

  private InviteQuery() {}

  static String write(InviteWish wish) {
    List<String> parts = new ArrayList<>();
    parts.add(part(GOOD_FOR, Long.toString(wish.goodFor().toSeconds())));
    wish.given().ifPresent(given -> parts.add(part(RIGHTS, words(given))));
    wish.cameras().forEach(name -> parts.add(part(CAMERA, name)));
    wish.until().ifPresent(end -> parts.add(part(UNTIL, Long.toString(Micros.of(end)))));
    wish.week().hours().forEach(hours -> parts.add(part(HOURS, words(hours))));
    return String.join("&", parts);
  }

  private static String part(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String words(Given given) {
    Stream<String> manage = given.manage() ? Stream.of(MANAGE) : Stream.empty();
    return Stream.concat(given.rights().stream().sorted().map(Right::text), manage)
        .collect(Collectors.joining(","));
  }

  private static String words(Hours hours) {
    String days =
        hours.days().stream()
            .sorted()
            .map(day -> Integer.toString(day.getValue()))
            .collect(Collectors.joining(","));
    return days + "/" + hours.fromMinute() + "/" + hours.toMinute();
  }

  static InviteWish read(String text) throws Unfit {
    var query = new InviteQuery();
    for (String part : text.split("&", -1)) {
      if (!part.isEmpty()) {
        query.add(part);
      }
    }
    return query.wish();
  }

  private void add(String part) throws Unfit {
    int equals = part.indexOf('=');
    String name = equals < 0 ? part : part.substring(0, equals);
    if (!KNOWN.contains(name)) {
      throw new Unfit(say("An invite is asked for with {0} alone.", Sentence.listed(KNOWN)));
    }
    said.computeIfAbsent(name, _ -> new ArrayList<>())
        .add(decoded(equals < 0 ? "" : part.substring(equals + 1)));
  }

  private static String decoded(String value) throws Unfit {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Unfit(say("There is a percent sign without its two digits."));
    }
  }

  private InviteWish wish() throws Unfit {
    Optional<String> goodFor = one(GOOD_FOR);
    Optional<String> rights = one(RIGHTS);
    Optional<String> until = one(UNTIL);
    List<String> cameras = said.getOrDefault(CAMERA, List.of());
    if (cameras.size() > Rights.MAX_CAMERAS) {
      throw new Unfit(say("An invite names {0} cameras at most.", Rights.MAX_CAMERAS));
    }
    return new InviteWish(
        goodFor.isPresent() ? seconds(goodFor.get()) : InviteWish.PLAIN.goodFor(),
        rights.isPresent() ? Optional.of(given(rights.get())) : Optional.empty(),
        cameras,
        until.isPresent() ? Optional.of(instant(until.get())) : Optional.empty(),
        week());
  }

  private Optional<String> one(String name) throws Unfit {
    List<String> values = said.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new Unfit(say("{0} is said once.", name));
    }
    return values.stream().findFirst();
  }

  private static Duration seconds(String text) throws Unfit {
    return Duration.ofSeconds(number(text, GOOD_FOR));
  }

  private static Instant instant(String text) throws Unfit {
    return Micros.instant(number(text, UNTIL));
  }

  private static Given given(String text) throws Unfit {
    boolean manage = false;
    Set<Right> rights = EnumSet.noneOf(Right.class);
    for (String word : text.split(",", -1)) {
      if (word.equals(MANAGE)) {
        manage = true;
      } else {
        rights.add(right(word));
      }
    }
    return new Given(manage, rights);
  }

  private static Right right(String word) throws Unfit {
    try {
      return Right.parse(word);
    } catch (Malformed e) {
      throw new Unfit(say("Rights are view, listen, talk and manage, with commas between them."));
    }
  }

  private Week week() throws Unfit {
    List<String> values = said.getOrDefault(HOURS, List.of());
    if (values.size() > Week.MAX_HOURS) {
      throw new Unfit(say("A week has {0} hours=... at most.", Week.MAX_HOURS));
    }
    List<Hours> hours = new ArrayList<>();
    for (String value : values) {
      hours.add(hours(value));
    }
    return new Week(hours);
  }

  private static Hours hours(String text) throws Unfit {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw notHours();
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String day : parts[0].split(",", -1)) {
      long number = number(day, HOURS);
      if (number < 1 || number > DayOfWeek.values().length) {
        throw notHours();
      }
      days.add(DayOfWeek.of((int) number));
    }
    long from = number(parts[1], HOURS);
    long to = number(parts[2], HOURS);
    try {
      return new Hours(days, Math.toIntExact(from), Math.toIntExact(to));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw notHours();
    }
  }

  private static Unfit notHours() {
    return new Unfit(
        say(
            "Hours are DAYS/FROM/TO: days from 1 (Monday) to 7 with commas between them, and minutes of the day;"
                + " TO is after FROM by a day at most."));
  }

  private static long number(String text, String name) throws Unfit {
    if (!text.matches("[0-9]{1,16}")) {
      throw new Unfit(say("{0} is written in whole numbers.", name));
    }
    return Long.parseLong(text);
  }
}
