package io.mashrabiya.wire.statement;

/// Makes Ed25519 signatures with a key that only `vault` knows.
@FunctionalInterface
public interface Signer {
  /// The 64 bytes of the signature.
  byte[] sign(byte[] message);
}
