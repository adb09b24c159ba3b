package io.mashrabiya.proof.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The times of which a phone may see a camera's pictures: each from the newest picture of when its
/// right began until the home confirmed that it had ended. What came late out of an earlier one is
/// nothing new to a phone that slept through all that.
final class Periods {
  private final List<Period> over = new ArrayList<>();
  private Instant floor;

  private record Period(Instant floor, Instant end) {
    boolean covers(Instant taken) {
      return !taken.isBefore(floor) && !taken.isAfter(end);
    }
  }

  /// @param floor when the oldest picture was taken that a newcomer is shown
  Periods(Instant floor) {
    this.floor = floor;
  }

  /// Its right had ended, and begins once more.
  void beginAgain(Instant end, Instant newFloor) {
    over.add(new Period(floor, end));
    floor = newFloor;
  }

  boolean cover(Instant taken) {
    return !taken.isBefore(floor) || over.stream().anyMatch(period -> period.covers(taken));
  }
}
