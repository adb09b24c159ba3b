package io.mashrabiya.relay.admit;

import io.mashrabiya.wire.ids.HouseholdId;
import java.util.HashSet;
import java.util.Set;

/// Which households a relay takes in. It decides nothing about who may look.
public sealed interface Admission {
  boolean admits(HouseholdId household);

  /// This, and one household more.
  Admission and(HouseholdId household);

  /// Every home that proves itself.
  static Admission open() {
    return new Open();
  }

  static Admission list(Set<HouseholdId> households) {
    return new Listed(Set.copyOf(households));
  }

  record Open() implements Admission {
    @Override
    public boolean admits(HouseholdId household) {
      return true;
    }

    @Override
    public Admission and(HouseholdId household) {
      return this;
    }
  }

  record Listed(Set<HouseholdId> households) implements Admission {
    @Override
    public boolean admits(HouseholdId household) {
      return households.contains(household);
    }

    @Override
    public Admission and(HouseholdId household) {
      Set<HouseholdId> more = new HashSet<>(households);
      more.add(household);
      return list(more);
    }
  }
}
