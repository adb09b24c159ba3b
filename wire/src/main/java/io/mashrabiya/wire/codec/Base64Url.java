package io.mashrabiya.wire.codec;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Base64url without padding (RFC 4648 section 5); one text for one value.
public final class Base64Url {
  private Base64Url() {}

  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Refuses padding, other alphabets, and unused bits that are not zero.
  public static byte[] decode(String production, String text) throws Malformed {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw new Malformed(production, 0);
    }
    // The JDK takes padding and stray bits; writing it again shows whether this text is the one
    // form.
    if (!encode(bytes).equals(text)) {
      throw new Malformed(production, text.length());
    }
    return bytes;
  }
}
