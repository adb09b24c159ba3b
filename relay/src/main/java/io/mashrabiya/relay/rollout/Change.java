package io.mashrabiya.relay.rollout;

import io.mashrabiya.wire.codec.EnumWords;
import java.util.Arrays;
import java.util.Optional;

/// What of the relay's own doing reaches some households before others. It says how they are
/// served, never who may look.
public enum Change {
  /// Viewers whose line is too slow for key frames get stills alone
  /// ([io.mashrabiya.relay.route.StillPolicy]).
  POOR_LINE_STILLS(Share.WHOLE);

  private final int first;

  /// @param first of ten thousand households, where no operator has said anything: none for a
  ///   change that is new, all for one that has proved itself
  Change(int first) {
    this.first = first;
  }

  Share first() {
    return new Share(first);
  }

  /// As an operator types it.
  public String label() {
    return EnumWords.of(this);
  }

  /// The one that is called so, if this version has it.
  public static Optional<Change> named(String label) {
    return Arrays.stream(values()).filter(change -> change.label().equals(label)).findFirst();
  }
}
