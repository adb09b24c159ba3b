package io.mashrabiya.wire.codec;

import java.util.Arrays;

/// Reads big-endian fields from bytes that a peer sent, and never beyond them. Not thread-safe.
public final class ByteReader {
  private final String production;
  private final byte[] bytes;
  private int position;

  /// The array is not copied: whoever reads must not change it meanwhile.
  public ByteReader(String production, byte[] bytes) {
    this.production = production;
    this.bytes = bytes;
  }

  public int position() {
    return position;
  }

  public int remaining() {
    return bytes.length - position;
  }

  public int u8() throws Malformed {
    return (int) unsigned(1);
  }

  public int u16() throws Malformed {
    return (int) unsigned(2);
  }

  public long u32() throws Malformed {
    return unsigned(4);
  }

  /// An unsigned number of eight bytes that must be below 2^63.
  public long u63() throws Malformed {
    long value = unsigned(8);
    if (value < 0) {
      throw new Malformed(production, position - 8);
    }
    return value;
  }

  /// All eight bytes as they are, also with the highest bit set.
  public long bits64() throws Malformed {
    return unsigned(8);
  }

  /// A number of `count` bytes, from 1 to 8.
  public long unsigned(int count) throws Malformed {
    need(count);
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 8) | (bytes[position++] & 0xff);
    }
    return value;
  }

  public byte[] take(int count) throws Malformed {
    need(count);
    position += count;
    return Arrays.copyOfRange(bytes, position - count, position);
  }

  public byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, position, bytes.length);
    position = bytes.length;
    return rest;
  }

  /// Refuses whatever follows the last field.
  public void end() throws Malformed {
    if (remaining() > 0) {
      throw new Malformed(production, position);
    }
  }

  private void need(int count) throws Malformed {
    if (count < 0 || remaining() < count) {
      throw new Malformed(production, bytes.length);
    }
  }
}
