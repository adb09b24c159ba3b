package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.words.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whose homes a relay takes in, as people write it: ids of households, and the words `invite`, for
/// whoever shows a code of the operator's, and `open`, for all.
public record AdmitWords(List<String> words) {
  public static final AdmitWords NONE = new AdmitWords(List.of());

  /// What to write instead of what does not do.
  public static final Sentence REMEDY =
      say(
          "write a household's id, 32 letters and digits as its home prints them, or `invite`, or `open`");

  private static final String INVITE = "invite";

  /// `all` is what `open` was called before.
  private static final Set<String> OPEN = Set.of("open", "all");

  public AdmitWords {
    words = List.copyOf(words);
  }

  public static boolean isOne(String word) {
    try {
      return word.equals(INVITE) || OPEN.contains(word) || HouseholdId.parse(word) != null;
    } catch (Malformed e) {
      return false;
    }
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /// These, and others besides.
  public AdmitWords and(List<String> others) {
    var more = new java.util.ArrayList<>(words);
    more.addAll(others);
    return new AdmitWords(more);
  }

  public Admission admission() {
    if (words.stream().anyMatch(OPEN::contains)) {
      return Admission.open();
    }
    Set<HouseholdId> households = new HashSet<>();
    for (String word : words) {
      if (!word.equals(INVITE)) {
        households.add(household(word));
      }
    }
    return words.contains(INVITE) ? Admission.invite(households) : Admission.list(households);
  }

  private static HouseholdId household(String word) {
    try {
      return HouseholdId.parse(word);
    } catch (Malformed e) {
      throw new IllegalArgumentException("it was looked at when it was read", e);
    }
  }
}
