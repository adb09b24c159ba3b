package io.mashrabiya.vault.hpke;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.wire.keys.KemKey;
import java.util.Optional;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;

/// A private key to which others seal (RFC 7748, X25519). Immutable; any thread may open.
public final class X25519PrivateKey {
  private final SecretBytes secret;
  private final KemKey publicKey;

  private X25519PrivateKey(SecretBytes secret) {
    if (secret.sizeBytes() != X25519.SCALAR_SIZE) {
      throw new IllegalArgumentException("an X25519 key has 32 bytes, not " + secret.sizeBytes());
    }
    this.secret = secret;
    byte[] point = new byte[X25519.POINT_SIZE];
    X25519.generatePublicKey(secret.toByteArray(InsecureSecretAccess.token()), 0, point, 0);
    this.publicKey = new KemKey(point);
  }

  public static X25519PrivateKey generate() {
    return new X25519PrivateKey(SecretBytes.random(X25519.SCALAR_SIZE));
  }

  public static X25519PrivateKey of(SecretBytes secret) {
    return new X25519PrivateKey(secret);
  }

  /// What somebody sealed to this key with exactly this `info` and `aad` ([Hpke]); empty when it
  /// does not open, for whatever reason.
  public Optional<byte[]> open(byte[] info, byte[] aad, byte[] sealed) {
    return Hpke.open(this, info, aad, sealed);
  }

  public KemKey publicKey() {
    return publicKey;
  }

  public SecretBytes secret() {
    return secret;
  }

  X25519PrivateKeyParameters parameters() {
    return new X25519PrivateKeyParameters(secret.toByteArray(InsecureSecretAccess.token()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof X25519PrivateKey that && secret.equals(that.secret);
  }

  @Override
  public int hashCode() {
    return publicKey.hashCode();
  }

  @Override
  public String toString() {
    return "X25519PrivateKey[of " + publicKey + ", redacted]";
  }
}
