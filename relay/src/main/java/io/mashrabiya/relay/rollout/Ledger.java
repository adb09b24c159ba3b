package io.mashrabiya.relay.rollout;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How far each change has gone, and the steps that led there, as it has to survive a restart.
/// Immutable. It names no household.
///
/// @param shares of changes of which an operator has said something, by name; also of those that
///   another version knows, so that a relay which is turned back to an older version and forth
///   again forgets nothing
/// @param steps the newest, the last one last
public record Ledger(Map<String, Share> shares, List<Step> steps) {
  public static final int MOST_STEPS = 256;

  /// More than any version has known.
  public static final int MOST_CHANGES = 64;

  public static final Ledger EMPTY = new Ledger(Map.of(), List.of());

  public Ledger {
    shares = Map.copyOf(shares);
    steps = List.copyOf(steps);
  }

  public Share share(Change change) {
    return shares.getOrDefault(change.label(), change.first());
  }

  /// The same after one step more; the oldest makes room.
  public Ledger with(Change change, Share after, Reason reason, Instant now) {
    Map<String, Share> all = new TreeMap<>(shares);
    all.put(change.label(), after);
    if (all.size() > MOST_CHANGES) {
      throw new IllegalStateException("more changes than are kept");
    }
    List<Step> more = new ArrayList<>(steps);
    more.add(
        new Step(now.truncatedTo(ChronoUnit.MICROS), change.label(), share(change), after, reason));
    return new Ledger(all, more.subList(Math.max(0, more.size() - MOST_STEPS), more.size()));
  }
}
