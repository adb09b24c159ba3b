package io.mashrabiya.wire.sealed;

import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;

/// SFrame's header (RFC 9605 section 4.3): a byte with X, K, Y and C, then KID and CTR where they
/// are above 7. Written in the shortest form; a longer one is refused, so that one frame has one
/// text.
///
/// @param kid the key's id, unsigned 64 bits
/// @param counter CTR, unsigned 64 bits
public record SFrameHeader(long kid, long counter) {
  private static final String PRODUCTION = "sframe-header";

  public static SFrameHeader read(ByteReader reader) throws Malformed {
    int config = reader.u8();
    long kid = field((config >>> 4) & 15, reader);
    long counter = field(config & 15, reader);
    return new SFrameHeader(kid, counter);
  }

  public int sizeBytes() {
    return 1 + extraBytes(kid) + extraBytes(counter);
  }

  public byte[] bytes() {
    return write(new ByteWriter(sizeBytes())).finish();
  }

  ByteWriter write(ByteWriter writer) {
    int kidBytes = extraBytes(kid);
    int counterBytes = extraBytes(counter);
    writer.u8((code(kid, kidBytes) << 4) | code(counter, counterBytes));
    return writer.unsigned(kid, kidBytes).unsigned(counter, counterBytes);
  }

  /// Four bits: a value up to 7, or 8 and one less than the number of bytes that follow.
  private static long field(int code, ByteReader reader) throws Malformed {
    if (code < 8) {
      return code;
    }
    int size = (code & 7) + 1;
    long value = reader.unsigned(size);
    if (extraBytes(value) != size) {
      throw new Malformed(PRODUCTION, reader.position() - size);
    }
    return value;
  }

  private static int code(long value, int extraBytes) {
    return extraBytes == 0 ? (int) value : 8 | (extraBytes - 1);
  }

  private static int extraBytes(long value) {
    return value >>> 3 == 0 ? 0 : (71 - Long.numberOfLeadingZeros(value)) / 8;
  }
}
