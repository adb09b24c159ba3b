package io.mashrabiya.vault.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.codec.Malformed;

/// Feeds the reader of a card's plaintext, which only a home can write.
public final class CardFuzzing {
  private CardFuzzing() {}

  public static void cardKeys(byte[] input) {
    try {
      assertThat(CardKeys.bytes(CardKeys.parse(input))).isEqualTo(input);
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }
}
