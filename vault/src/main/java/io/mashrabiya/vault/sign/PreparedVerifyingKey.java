package io.mashrabiya.vault.sign;

import io.mashrabiya.wire.keys.VerifyingKey;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A public key decoded once and checked to be a point of the curve's prime-order group, for
/// whoever verifies many signatures of one signer: 75 instead of 109 microseconds for each.
/// Immutable; any thread may verify.
public final class PreparedVerifyingKey {
  private final Ed25519.PublicPoint point;

  private PreparedVerifyingKey(Ed25519.PublicPoint point) {
    this.point = point;
  }

  /// Empty when the bytes are not a public key that anybody could hold the private half of.
  public static Optional<PreparedVerifyingKey> of(VerifyingKey key) {
    return Optional.ofNullable(Ed25519.validatePublicKeyFullExport(key.bytes(), 0))
        .map(PreparedVerifyingKey::new);
  }

  public boolean verifies(byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_SIZE
        && Ed25519.verify(signature, 0, point, message, 0, message.length);
  }
}
