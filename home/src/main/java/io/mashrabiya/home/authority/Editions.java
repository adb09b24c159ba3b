package io.mashrabiya.home.authority;

import io.mashrabiya.wire.member.Edition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// When each of the newest member lists of this home was ruled. Immutable.
///
/// A copy of the home that is put back rules later than the home that it was copied from: from
/// there on, each version has another time in the one than in the other, however far either has
/// gone. A clock that was set back makes no two of them alike, so times need not rise.
///
/// @param ruled the home's clock in whole microseconds, by version: without a gap, and the newest
///   at most
public record Editions(SortedMap<Long, Instant> ruled) {
  /// So many a device may be behind and still be told from one that a forgetful home served.
  public static final int MAX_KEPT = 256;

  static final Editions FIRST = new Editions(new TreeMap<>(Map.of(1L, Instant.EPOCH)));

  /// @throws IllegalArgumentException without any
  public Editions {
    if (ruled.isEmpty()) {
      throw new IllegalArgumentException("a household without a member list");
    }
    ruled = Collections.unmodifiableSortedMap(new TreeMap<>(ruled));
  }

  /// The version of the newest.
  public long version() {
    return ruled.lastKey();
  }

  /// When the newest was ruled.
  Instant newest() {
    return Objects.requireNonNull(ruled.get(version()));
  }

  Editions next(Instant now) {
    SortedMap<Long, Instant> more = new TreeMap<>(ruled);
    more.put(version() + 1, now.truncatedTo(ChronoUnit.MICROS));
    if (more.size() > MAX_KEPT) {
      more.remove(more.firstKey());
    }
    return new Editions(more);
  }

  /// Whether a list of this home's certificate is of its past, as far as that is remembered: of no
  /// version yet to come, and ruled when this home ruled that version.
  boolean include(Edition edition) {
    long number = edition.version().number();
    return number <= version()
        && edition.ruled().equals(ruled.getOrDefault(number, edition.ruled()));
  }
}
