package io.mashrabiya.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What somebody probably meant who mistyped a word.
public final class Nearest {
  private static final int MOST_SLIPS = 2;

  private Nearest() {}

  /// The known word from which the typed one differs least, if it is by two letters or less.
  public static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(candidate, typed) <= MOST_SLIPS)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(candidate, typed))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// Levenshtein's, for short words.
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
