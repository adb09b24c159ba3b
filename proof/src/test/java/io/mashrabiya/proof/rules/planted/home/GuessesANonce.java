package io.mashrabiya.proof.rules.planted.home;

import java.util.Random;

final class GuessesANonce {
  long nonce() {
    return new Random().nextLong();
  }
}
