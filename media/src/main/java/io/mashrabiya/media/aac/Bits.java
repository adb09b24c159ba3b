package io.mashrabiya.media.aac;

/// Reads bits, the highest of each byte first. Reading past the end gives zeros and is remembered
/// in [#overrun()], so that a parser can read a whole structure and ask once.
final class Bits {
  private final byte[] bytes;
  private int offset;
  private boolean overrun;

  Bits(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Whether anything was read past the end.
  boolean overrun() {
    return overrun;
  }

  /// Where the next bit is, from the start.
  int offset() {
    return offset;
  }

  boolean flag() {
    return read(1) == 1;
  }

  /// The next bits as an unsigned number.
  ///
  /// @param count 0 to 31
  int read(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 1) | next();
    }
    return value;
  }

  /// The bits of a part that need not begin with a byte, in whole bytes with zeros behind.
  byte[] part(int from, int bits) {
    Bits source = new Bits(bytes);
    source.offset = from;
    byte[] copy = new byte[(bits + 7) / 8];
    for (int i = 0; i < bits; i++) {
      copy[i / 8] |= (byte) (source.next() << (7 - i % 8));
    }
    return copy;
  }

  private int next() {
    if (offset >= bytes.length * 8) {
      overrun = true;
      return 0;
    }
    int bit = (bytes[offset / 8] >> (7 - offset % 8)) & 1;
    offset++;
    return bit;
  }
}
