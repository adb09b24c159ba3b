package io.mashrabiya.vault.keys;

import io.mashrabiya.vault.hpke.X25519PrivateKey;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;

/// The home's own keys, which its certificate names.
///
/// @param sign signs member lists, key cards, letters and frames
/// @param kem opens letters to the home
public record HomeKeys(Ed25519PrivateKey sign, X25519PrivateKey kem) {
  public static HomeKeys generate() {
    return new HomeKeys(Ed25519PrivateKey.generate(), X25519PrivateKey.generate());
  }
}
