package io.mashrabiya.app.command.invite;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.door.InviteWish;
import io.mashrabiya.home.door.InviteWish.Given;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Spoken;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What an invite gives, in sentences for the person who asked for it.
final class InviteInWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private InviteInWords() {}

  /// @param linkUntil when the link lets nobody in any more
  static List<Sentence> of(InviteWish wish, Instant linkUntil, ZoneId zone) {
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(say("This link pairs one device, until {0}.", time(linkUntil, zone)));
    sentences.add(rights(wish));
    if (wish.gives().manage()) {
      sentences.add(
          say("It manages the household: it invites and removes devices, and says what they may."));
    }
    if (!wish.week().isEmpty()) {
      sentences.add(say("Only in these hours: {0}.", hours(wish.week())));
    }
    wish.until().ifPresent(end -> sentences.add(say("It is a guest, until {0}.", time(end, zone))));
    return sentences;
  }

  private static Sentence rights(InviteWish wish) {
    List<Sentence> words = words(wish.gives());
    if (words.isEmpty()) {
      return say("It may neither see nor hear.");
    }
    Sentence all =
        switch (words.size()) {
          case 1 -> words.getFirst();
          case 2 -> say("{0} and {1}", words.getFirst(), words.getLast());
          default -> say("{0}, {1} and {2}", words.get(0), words.get(1), words.get(2));
        };
    return wish.cameras().isEmpty()
        ? say("It may {0} at every camera.", all)
        : say("It may {0} at {1} and no other camera.", all, Sentence.listed(wish.cameras()));
  }

  private static List<Sentence> words(Given given) {
    List<Sentence> words = new ArrayList<>();
    for (Right right : List.of(Right.VIEW, Right.LISTEN, Right.TALK)) {
      if (given.rights().contains(right)) {
        words.add(
            switch (right) {
              case VIEW -> say("see");
              case LISTEN -> say("hear");
              case TALK -> say("speak");
            });
      }
    }
    return words;
  }

  private static Spoken hours(Week week) {
    return tongue ->
        week.hours().stream()
            .map(hours -> HoursInWords.words(hours).in(tongue))
            .collect(Collectors.joining(say("; ").in(tongue)));
  }

  private static Sentence time(Instant instant, ZoneId zone) {
    ZonedDateTime time = instant.atZone(zone);
    Spoken day = tongue -> DAY.withLocale(tongue.locale()).format(time);
    return say("{0}, {1}", day, CLOCK.format(time));
  }
}
