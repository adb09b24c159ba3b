package io.mashrabiya.proof.world;

import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.keys.DeviceKeys;
import java.util.Optional;

/// A device whose owner helps the middle with all that it holds.
public interface Helper {
  /// All of its keys.
  DeviceKeys keys();

  /// What it was taken in with, if it was.
  Optional<Membership> membership();
}
