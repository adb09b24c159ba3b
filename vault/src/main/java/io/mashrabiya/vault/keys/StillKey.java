package io.mashrabiya.vault.keys;

import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;

/// The key of a camera's newest still, stored so that the still can be handed out after the home
/// started again. It only opens: a new still after a start has a new KID.
public record StillKey(Kid kid, BaseKey key) {
  public StillKey {
    if (kid.track() != Track.STILL) {
      throw new IllegalArgumentException("not the KID of a still: " + kid);
    }
  }
}
