package io.mashrabiya.wire.codec;

/// Base32 in lower case without padding (RFC 4648 section 6); one text for one value.
public final class Base32 {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private Base32() {}

  public static String encode(byte[] bytes) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte next : bytes) {
      held = ((held << 8) | (next & 0xff)) & 0xfff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((held >>> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /// Exactly `sizeBytes` bytes; refuses other lengths, characters, and unused bits that are not
  /// zero.
  public static byte[] decode(String production, String text, int sizeBytes) throws Malformed {
    if (text.length() != (sizeBytes * 8 + 4) / 5) {
      throw new Malformed(production, text.length());
    }
    byte[] bytes = new byte[sizeBytes];
    int held = 0;
    int bits = 0;
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        throw new Malformed(production, i);
      }
      held = ((held << 5) | value) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[written++] = (byte) (held >>> bits);
      }
    }
    if ((held & ((1 << bits) - 1)) != 0) {
      throw new Malformed(production, text.length() - 1);
    }
    return bytes;
  }
}
