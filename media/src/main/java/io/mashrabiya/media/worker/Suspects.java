package io.mashrabiya.media.worker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Who killed workers, and how long nothing of theirs is tried therefore: after one death not at
/// all, for anybody may be there when somebody else kills a process; from the second on for
/// [#FIRST_REST], and twice as long each time. Forgiven after [#FORGIVEN_AFTER] without another.
///
/// What its good pictures do in between changes nothing: else a camera would show one after each
/// that kills. Pure: times are handed in, readings of one elapsed-time clock. Any thread may call.
final class Suspects {
  static final Duration FIRST_REST = Duration.ofSeconds(10);
  static final Duration MOST_REST = Duration.ofMinutes(10);
  static final Duration FORGIVEN_AFTER = Duration.ofHours(1);

  private record Past(int deaths, Duration lastAt, Duration rest) {
    boolean isForgiven(Duration now) {
      return now.minus(lastAt).compareTo(FORGIVEN_AFTER) >= 0;
    }

    boolean rests(Duration now) {
      return now.minus(lastAt).compareTo(rest) < 0;
    }
  }

  private final Map<Subject, Past> pasts = new HashMap<>();

  /// A worker died over something of theirs.
  ///
  /// @return how long they are to rest
  synchronized Duration blame(Subject whom, Duration now) {
    pasts.values().removeIf(past -> past.isForgiven(now));
    int deaths = Optional.ofNullable(pasts.get(whom)).map(Past::deaths).orElse(0) + 1;
    Duration rest = restAfter(deaths);
    pasts.put(whom, new Past(deaths, now, rest));
    return rest;
  }

  synchronized boolean rests(Subject who, Duration now) {
    return Optional.ofNullable(pasts.get(who)).filter(past -> past.rests(now)).isPresent();
  }

  private static Duration restAfter(int deaths) {
    if (deaths < 2) {
      return Duration.ZERO;
    }
    int doublings = Math.min(deaths - 2, 16);
    Duration rest = FIRST_REST.multipliedBy(1L << doublings);
    return rest.compareTo(MOST_REST) < 0 ? rest : MOST_REST;
  }
}
