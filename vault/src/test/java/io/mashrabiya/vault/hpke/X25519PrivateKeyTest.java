package io.mashrabiya.vault.hpke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class X25519PrivateKeyTest {
  private final X25519PrivateKey key = X25519PrivateKey.generate();

  @Test
  void equals_sameSecret_isTheSameKey() {
    assertThat(X25519PrivateKey.of(key.secret())).isEqualTo(key);
    assertThat(X25519PrivateKey.generate()).isNotEqualTo(key);
    assertThat(key).hasSameHashCodeAs(key.publicKey());
  }

  @Test
  void toString_isThePublicKeyAlone() {
    assertThat(key).hasToString("X25519PrivateKey[of %s, redacted]".formatted(key.publicKey()));
  }
}
