package io.mashrabiya.vault.keys;

import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// All keys that a home keeps, and the root's word for them. Immutable; [KeyFile] stores it.
///
/// @param home the home's own keys
/// @param certificate names exactly these keys
/// @param stills the key of each camera's newest still
public record HouseholdKeys(
    HomeKeys home, HomeCertificate certificate, Map<CameraId, StillKey> stills) {
  public HouseholdKeys {
    stills = Map.copyOf(stills);
    if (!certificate.sign().equals(home.sign().publicKey())
        || !certificate.kem().equals(home.kem().publicKey())) {
      throw new IllegalArgumentException("the certificate names other keys");
    }
  }

  /// New keys for a new home, certified by the root, which the caller puts away and forgets.
  public static HouseholdKeys found(RootKey root, Instant now) {
    return renewed(root, 0, now);
  }

  /// New keys in place of all that the household's home has had: who saw their certificate refuses
  /// those of before. Without stills, which nobody who follows could open.
  ///
  /// @param last serial that is known to have been used; 0: none is known
  public static HouseholdKeys renewed(RootKey root, long last, Instant now) {
    HomeKeys home = HomeKeys.generate();
    return new HouseholdKeys(home, root.certify(home, RootKey.serialAfter(last, now)), Map.of());
  }

  public HouseholdId household() {
    return certificate.household();
  }

  /// With the key of a camera's newest still in place of its last one.
  public HouseholdKeys withStill(CameraId camera, StillKey key) {
    Map<CameraId, StillKey> more = new HashMap<>(stills);
    more.put(camera, key);
    return new HouseholdKeys(home, certificate, more);
  }

  /// Without the still key of a camera that the household no longer has.
  public HouseholdKeys withoutStill(CameraId camera) {
    Map<CameraId, StillKey> fewer = new HashMap<>(stills);
    fewer.remove(camera);
    return new HouseholdKeys(home, certificate, fewer);
  }

  @Override
  public String toString() {
    return "HouseholdKeys[" + household() + ", redacted]";
  }
}
