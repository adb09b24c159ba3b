package io.mashrabiya.device.open;

import io.mashrabiya.vault.card.CardOpening;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.statement.Version;
import java.util.HashMap;
import java.util.Map;

/// The keys of the newest card: it replaces every key that was held before. Not for two threads at
/// once.
final class Keyring {
  private Version version = Version.NONE;
  private Map<CameraId, Map<Kid, BaseKey>> keys = Map.of();

  /// False for a card that is not newer than the one held.
  boolean replace(CardOpening.Opened card) {
    if (!card.version().isNewerThan(version)) {
      return false;
    }
    Map<CameraId, Map<Kid, BaseKey>> fresh = new HashMap<>();
    for (ContentKey entry : card.keys()) {
      fresh
          .computeIfAbsent(entry.camera(), camera -> new HashMap<>())
          .put(entry.kid(), entry.key());
    }
    version = card.version();
    keys = fresh;
    return true;
  }

  Map<Kid, BaseKey> of(CameraId camera) {
    return keys.getOrDefault(camera, Map.of());
  }
}
