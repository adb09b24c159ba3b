package io.mashrabiya.proof.rules.planted.vault;

import io.mashrabiya.proof.rules.planted.wire.InnocentVerifier;

/// The vault may know the formats.
public record Key(InnocentVerifier verifier) {
  public boolean isNew() {
    return verifier.hashCode() == 0;
  }
}
