package io.mashrabiya.app.command.invite;

import io.mashrabiya.home.door.InviteWish;
import io.mashrabiya.home.door.InviteWish.Given;
import io.mashrabiya.wire.right.Right;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an invite gives, in sentences for the person who asked for it.
final class InviteInWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private InviteInWords() {}

  /// @param linkUntil when the link lets nobody in any more
  static List<String> of(InviteWish wish, Instant linkUntil, ZoneId zone) {
    List<String> sentences = new ArrayList<>();
    sentences.add("This link pairs one device, until " + time(linkUntil, zone) + ".");
    sentences.add("It may " + rights(wish.gives()) + where(wish) + ".");
    if (wish.gives().manage()) {
      sentences.add(
          "It manages the household: it invites and removes devices, and says what they may.");
    }
    if (!wish.week().isEmpty()) {
      sentences.add(
          "Only in these hours: "
              + String.join("; ", wish.week().hours().stream().map(HoursInWords::words).toList())
              + ".");
    }
    wish.until().ifPresent(end -> sentences.add("It is a guest, until " + time(end, zone) + "."));
    return sentences;
  }

  private static String rights(Given given) {
    List<String> words = new ArrayList<>();
    add(words, given, Right.VIEW, "see");
    add(words, given, Right.LISTEN, "hear");
    add(words, given, Right.TALK, "speak");
    return switch (words.size()) {
      case 0 -> "neither see nor hear";
      case 1 -> words.getFirst();
      default -> String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    };
  }

  private static void add(List<String> words, Given given, Right right, String word) {
    if (given.rights().contains(right)) {
      words.add(word);
    }
  }

  private static String where(InviteWish wish) {
    if (wish.gives().rights().isEmpty()) {
      return "";
    }
    return wish.cameras().isEmpty()
        ? " at every camera"
        : " at " + String.join(", ", wish.cameras()) + " and no other camera";
  }

  private static String time(Instant time, ZoneId zone) {
    return TIME.format(time.atZone(zone));
  }
}
