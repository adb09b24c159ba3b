package io.mashrabiya.proof.rules.planted.relay.route;

import javax.crypto.Cipher;

final class HasACipher {
  String decide(Cipher cipher) {
    return cipher.getAlgorithm();
  }
}
