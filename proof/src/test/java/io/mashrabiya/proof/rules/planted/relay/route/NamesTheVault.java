package io.mashrabiya.proof.rules.planted.relay.route;

import io.mashrabiya.proof.rules.planted.vault.Key;

final class NamesTheVault {
  boolean decide(Key key) {
    return key.isNew();
  }
}
