package io.mashrabiya.proof.differ;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.keys.Sha256;
import java.util.SplittableRandom;

/// Signs what was changed, as only a household could that wants its own devices to disagree.
///
/// @param root signs certificates
/// @param home signs everything else
record Signatures(Ed25519PrivateKey root, Ed25519PrivateKey home) {
  /// The keys of the vectors, which are made from names.
  static final Signatures OF_THE_VECTORS = new Signatures(named("root"), named("home"));

  private static Ed25519PrivateKey named(String name) {
    return Ed25519PrivateKey.ofSeed(
        SecretBytes.copyOf(Sha256.of("vector key " + name), InsecureSecretAccess.token()));
  }

  /// Mostly by whoever should.
  byte[] sign(String header, byte[] signed, SplittableRandom random) {
    boolean isCertificate = header.contains("home-certificate");
    boolean byOther = random.nextInt(16) == 0;
    return (isCertificate == byOther ? home : root).sign(signed);
  }
}
