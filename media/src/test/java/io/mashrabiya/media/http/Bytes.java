package io.mashrabiya.media.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Texts and arrays, joined.
final class Bytes {
  private Bytes() {}

  static byte[] of(Object... pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (Object piece : pieces) {
      joined.writeBytes(
          switch (piece) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.ISO_8859_1);
            default -> throw new IllegalArgumentException("neither text nor bytes");
          });
    }
    return joined.toByteArray();
  }
}
