package io.mashrabiya.relay.peer;

import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.statement.Signer;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 key of a test.
public record KeyPair(byte[] secret, VerifyingKey verifying) implements Signer {
  private static final SecureRandom RANDOM = new SecureRandom();

  public static KeyPair random() {
    byte[] secret = new byte[Ed25519.SECRET_KEY_SIZE];
    byte[] open = new byte[Ed25519.PUBLIC_KEY_SIZE];
    RANDOM.nextBytes(secret);
    Ed25519.generatePublicKey(secret, 0, open, 0);
    return new KeyPair(secret, new VerifyingKey(open));
  }

  @Override
  public byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(secret, 0, message, 0, message.length, signature, 0);
    return signature;
  }
}
