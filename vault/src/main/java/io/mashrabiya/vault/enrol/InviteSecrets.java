package io.mashrabiya.vault.enrol;

import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.RequestHash;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How an invite's secret reaches the device that asked for it (formats, section 6).
///
/// Guarantee: it opens with that device's key only, and only as the answer to that very request.
public final class InviteSecrets {
  private static final byte[] INFO =
      "mashrabiya/v1/invite-secret".getBytes(StandardCharsets.US_ASCII);

  private InviteSecrets() {}

  public static byte[] seal(InviteSecret secret, DeviceId device, KemKey kem, RequestHash request) {
    byte[] plaintext = secret.secret().toByteArray(InsecureSecretAccess.token());
    return Hpke.seal(kem, INFO, additionalData(device, request), plaintext);
  }

  /// Empty when it is for somebody else, or answers something else.
  public static Optional<InviteSecret> open(
      byte[] sealed, DeviceId device, DeviceKeys keys, RequestHash request) {
    return keys.kem()
        .open(INFO, additionalData(device, request), sealed)
        .filter(plaintext -> plaintext.length == InviteSecret.SIZE_BYTES)
        .map(plaintext -> InviteSecret.copyOf(plaintext, InsecureSecretAccess.token()));
  }

  private static byte[] additionalData(DeviceId device, RequestHash request) {
    return new ByteWriter(DeviceId.SIZE_BYTES + RequestHash.SIZE_BYTES)
        .put(device.bytes())
        .put(request.bytes())
        .finish();
  }
}
