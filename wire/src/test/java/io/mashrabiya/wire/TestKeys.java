package io.mashrabiya.wire;

import io.mashrabiya.wire.keys.Sha256;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.statement.Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Signing keys for tests, made from names; the same as the vectors'. Real ones are made and kept
/// by `vault`.
public record TestKeys(byte[] seed, VerifyingKey verifying, Signer signer) {
  public static TestKeys of(String name) {
    byte[] seed = Sha256.of("vector key " + name);
    byte[] key = new byte[VerifyingKey.SIZE_BYTES];
    Ed25519.generatePublicKey(seed, 0, key, 0);
    return new TestKeys(seed, new VerifyingKey(key), message -> sign(seed, message));
  }

  private static byte[] sign(byte[] seed, byte[] message) {
    byte[] signature = new byte[VerifyingKey.SIGNATURE_BYTES];
    Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
    return signature;
  }
}
