package io.mashrabiya.vault.card;

import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import java.util.Comparator;

/// One entry of a key card: what opens the frames of one KID of one camera.
public record ContentKey(CameraId camera, Kid kid, BaseKey key) {
  /// By the camera's bytes, then by the KID: the order in a card.
  static final Comparator<ContentKey> ORDER =
      Comparator.comparing(ContentKey::camera).thenComparingLong(entry -> entry.kid().value());
}
