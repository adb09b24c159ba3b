package io.mashrabiya.relay.admit;

import io.mashrabiya.wire.ids.HouseholdId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the operator decided about homes while the relay ran, as it has to survive a restart:
/// homes, and never people or devices. Immutable.
///
/// @param admitted beyond the configuration, since when
/// @param dismissed though the configuration would take them, since when
/// @param suspended whether admitted or not, since when
/// @param codes not used yet, and until when each is good
public record Register(
    Map<HouseholdId, Instant> admitted,
    Map<HouseholdId, Instant> dismissed,
    Map<HouseholdId, Instant> suspended,
    Map<CodeHash, Instant> codes) {
  /// The most of each kind; what an operator needs is far less.
  public static final int MOST = 100_000;

  /// The most codes at a time; a further one voids the one that ends first.
  public static final int MOST_CODES = 1_024;

  public static final Register EMPTY = new Register(Map.of(), Map.of(), Map.of(), Map.of());

  public Register {
    admitted = Map.copyOf(admitted);
    dismissed = Map.copyOf(dismissed);
    suspended = Map.copyOf(suspended);
    codes = Map.copyOf(codes);
  }

  public Register admit(HouseholdId household, Instant now) {
    return new Register(
        with(admitted, household, now), without(dismissed, household), suspended, codes);
  }

  public Register dismiss(HouseholdId household, Instant now) {
    return new Register(
        without(admitted, household), with(dismissed, household, now), suspended, codes);
  }

  public Register suspend(HouseholdId household, Instant now) {
    return new Register(admitted, dismissed, with(suspended, household, now), codes);
  }

  public Register resume(HouseholdId household) {
    return new Register(admitted, dismissed, without(suspended, household), codes);
  }

  /// A code is good from now on.
  public Register invite(CodeHash code, Instant until, Instant now) {
    Map<CodeHash, Instant> good = good(now);
    if (good.size() >= MOST_CODES) {
      good.entrySet().stream()
          .min(Map.Entry.comparingByValue())
          .ifPresent(first -> good.remove(first.getKey()));
    }
    good.put(code, until);
    return new Register(admitted, dismissed, suspended, good);
  }

  public boolean isGood(CodeHash code, Instant now) {
    var until = codes.get(code);
    return until != null && now.isBefore(until);
  }

  /// A household came in by a code, which is good no more; empty when it was not good.
  public Optional<Register> redeem(CodeHash code, HouseholdId household, Instant now) {
    if (!isGood(code, now)) {
      return Optional.empty();
    }
    Map<CodeHash, Instant> left = good(now);
    left.remove(code);
    return Optional.of(new Register(admitted, dismissed, suspended, left).admit(household, now));
  }

  private Map<CodeHash, Instant> good(Instant now) {
    Map<CodeHash, Instant> good = new HashMap<>(codes);
    good.values().removeIf(until -> !now.isBefore(until));
    return good;
  }

  private static Map<HouseholdId, Instant> with(
      Map<HouseholdId, Instant> some, HouseholdId household, Instant now) {
    if (some.size() >= MOST && !some.containsKey(household)) {
      throw new IllegalStateException("the register is full");
    }
    Map<HouseholdId, Instant> more = new HashMap<>(some);
    more.putIfAbsent(household, now);
    return more;
  }

  private static Map<HouseholdId, Instant> without(
      Map<HouseholdId, Instant> some, HouseholdId household) {
    Map<HouseholdId, Instant> fewer = new HashMap<>(some);
    fewer.remove(household);
    return fewer;
  }
}
