package io.mashrabiya.vault.sign;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.statement.Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A private key for signatures (RFC 8032, Ed25519 without context or pre-hash). Immutable; any
/// thread may sign.
///
/// The work is BouncyCastle's low-level code, which signs in about 50 microseconds where the JDK's
/// provider takes 1,000 (docs/ref/keys.md). The public key is computed once: with it at hand a
/// signature costs a third less.
public final class Ed25519PrivateKey implements Signer {
  private static final int SEED_BYTES = Ed25519.SECRET_KEY_SIZE;

  private final byte[] seed;
  private final byte[] publicBytes = new byte[Ed25519.PUBLIC_KEY_SIZE];
  private final VerifyingKey publicKey;

  private Ed25519PrivateKey(SecretBytes secret) {
    if (secret.sizeBytes() != SEED_BYTES) {
      throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + secret.sizeBytes());
    }
    this.seed = secret.toByteArray(InsecureSecretAccess.token());
    Ed25519.generatePublicKey(seed, 0, publicBytes, 0);
    this.publicKey = new VerifyingKey(publicBytes);
  }

  public static Ed25519PrivateKey generate() {
    return new Ed25519PrivateKey(SecretBytes.random(SEED_BYTES));
  }

  /// The key of a seed: the 32 bytes that RFC 8032 calls the private key.
  public static Ed25519PrivateKey ofSeed(SecretBytes seed) {
    return new Ed25519PrivateKey(seed);
  }

  /// 64 bytes; the same message always gives the same signature.
  @Override
  public byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, publicBytes, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  public VerifyingKey publicKey() {
    return publicKey;
  }

  public SecretBytes seed() {
    return SecretBytes.copyOf(seed, InsecureSecretAccess.token());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ed25519PrivateKey that && seed().equals(that.seed());
  }

  @Override
  public int hashCode() {
    return publicKey.hashCode();
  }

  @Override
  public String toString() {
    return "Ed25519PrivateKey[of " + publicKey + ", redacted]";
  }
}
