package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Words;
import io.mashrabiya.wire.keys.RequestHash;

/// Items of the bodies' arrays.
final class Texts {
  private Texts() {}

  static String words(Json item, String production) throws Malformed {
    if (item instanceof Json.Text(String text) && Words.fit(text)) {
      return text;
    }
    throw new Malformed(production, 0);
  }

  static RequestHash hash(Json item, String production) throws Malformed {
    byte[] bytes = Base64Url.decode(production, words(item, production));
    if (bytes.length != RequestHash.SIZE_BYTES) {
      throw new Malformed(production, 0);
    }
    return new RequestHash(bytes);
  }
}
