package io.mashrabiya.home.epoch;

import java.time.Duration;
import java.time.Instant;

/// One period of the content keys of all cameras of the household.
///
/// Guarantee: of two epochs of a home the later has the higher number, also after an older copy of
/// its data was put back, unless it wrote more epochs than seconds have passed since the copy. (No
/// secret hangs on that: base keys are drawn anew, a number used twice is another key.) The number
/// is stored before the epoch's first frame is sealed.
///
/// @param number from 1; the higher part of a KID
/// @param began by the home's clock
public record Epoch(long number, Instant began) {
  static final Duration LENGTH = Duration.ofDays(1);

  /// How many cards a device can be given within one epoch.
  static final int CARDS = 1 << 14;

  /// So far apart that all card numbers of an epoch are below those of the next, and still exact in
  /// JSON for some 17,000 years.
  private static final long MAX_NUMBER = (1L << 53) / CARDS - 1;

  public Epoch {
    if (number < 1 || number > MAX_NUMBER) {
      throw new IllegalArgumentException("not an epoch: " + number);
    }
  }

  /// The epoch to begin now.
  ///
  /// @param last the highest number ever stored; 0 for none
  public static Epoch after(long last, Instant now) {
    return new Epoch(Math.max(last + 1, now.getEpochSecond()), now);
  }

  /// Whether its day is over.
  public boolean isOver(Instant now) {
    return !now.isBefore(began.plus(LENGTH));
  }

  /// The version number of the key cards handed out `nth` within this epoch: higher than that of
  /// every card before, though only the epoch is stored.
  ///
  /// @param nth from 0
  public long card(int nth) {
    if (nth < 0 || nth >= CARDS) {
      throw new IllegalArgumentException("no such card in an epoch: " + nth);
    }
    return number * CARDS + nth;
  }

  /// Whether [#card] has a number for the `nth` card: when not, a new epoch is due.
  public static boolean hasCard(int nth) {
    return nth < CARDS;
  }
}
