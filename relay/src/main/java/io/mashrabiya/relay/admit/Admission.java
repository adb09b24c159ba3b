package io.mashrabiya.relay.admit;

import io.mashrabiya.wire.ids.HouseholdId;
import java.util.HashSet;
import java.util.Set;

/// Which homes a relay takes in by its configuration. It decides nothing about who may look: that
/// is the homes' own matter.
public sealed interface Admission {
  boolean admits(HouseholdId household);

  /// Whether a home may come in by a code of the operator's.
  boolean takesCodes();

  /// This, and one household more.
  Admission and(HouseholdId household);

  /// Every home that proves itself.
  static Admission open() {
    return new Open();
  }

  /// The homes of these households.
  static Admission list(Set<HouseholdId> households) {
    return new Listed(Set.copyOf(households), false);
  }

  /// The same, and whoever shows a code that the operator made.
  static Admission invite(Set<HouseholdId> households) {
    return new Listed(Set.copyOf(households), true);
  }

  record Open() implements Admission {
    @Override
    public boolean admits(HouseholdId household) {
      return true;
    }

    @Override
    public boolean takesCodes() {
      return false;
    }

    @Override
    public Admission and(HouseholdId household) {
      return this;
    }

    @Override
    public String toString() {
      return "open";
    }
  }

  record Listed(Set<HouseholdId> households, boolean takesCodes) implements Admission {
    @Override
    public boolean admits(HouseholdId household) {
      return households.contains(household);
    }

    @Override
    public Admission and(HouseholdId household) {
      Set<HouseholdId> more = new HashSet<>(households);
      more.add(household);
      return new Listed(Set.copyOf(more), takesCodes);
    }

    @Override
    public String toString() {
      return takesCodes ? "invite" : "list";
    }
  }
}
