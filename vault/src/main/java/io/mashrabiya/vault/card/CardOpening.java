package io.mashrabiya.vault.card;

import io.mashrabiya.wire.statement.Version;
import java.util.List;

/// What came of opening a key card.
public sealed interface CardOpening {
  /// Ours, and readable.
  ///
  /// @param keys all that the device may have as of this version, and no others
  record Opened(Version version, List<ContentKey> keys) implements CardOpening {
    public Opened {
      keys = List.copyOf(keys);
    }
  }

  /// Not signed by the certified home for this device: whoever delivered it mixed something up.
  record NotOurs() implements CardOpening {}

  /// Ours, but it does not open with our key, or holds no list of keys.
  record NotOpened() implements CardOpening {}
}
