package io.mashrabiya.wire.codec;

import java.nio.charset.StandardCharsets;

/// Writes big-endian fields into an array of a size known beforehand. Not thread-safe.
public final class ByteWriter {
  private final byte[] bytes;
  private int position;

  public ByteWriter(int sizeBytes) {
    bytes = new byte[sizeBytes];
  }

  /// A label as the formats write it: its ASCII bytes and one zero byte.
  public static byte[] label(String label) {
    return (label + '\0').getBytes(StandardCharsets.US_ASCII);
  }

  public ByteWriter u8(int value) {
    return unsigned(value, 1);
  }

  public ByteWriter u16(int value) {
    return unsigned(value, 2);
  }

  public ByteWriter u32(long value) {
    return unsigned(value, 4);
  }

  public ByteWriter u64(long value) {
    return unsigned(value, 8);
  }

  /// The low `count` bytes of a number.
  public ByteWriter unsigned(long value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      bytes[position++] = (byte) (value >>> (8 * i));
    }
    return this;
  }

  public ByteWriter put(byte[] more) {
    System.arraycopy(more, 0, bytes, position, more.length);
    position += more.length;
    return this;
  }

  /// The finished array, not copied: a writer is used once.
  public byte[] finish() {
    if (position != bytes.length) {
      throw new IllegalStateException("wrote " + position + " of " + bytes.length + " bytes");
    }
    return bytes;
  }
}
