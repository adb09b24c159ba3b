package io.mashrabiya.media.nal;

/// Reads the bits of one NAL unit's payload (RBSP), the same in H.264 and H.265: takes out the
/// emulation prevention bytes and knows where it ends.
///
/// Reading past the end gives zeros and is remembered in [#overrun()], so that a parser can read a
/// whole structure and ask once. The array is only read, and not kept by anybody else.
public final class BitReader {
  private final byte[] unit;
  private int byteOffset;
  private int bitInByte;
  private int zeros;
  private boolean overrun;

  /// @param unit the NAL unit, its header byte included
  /// @param byteOffset where to begin
  public BitReader(byte[] unit, int byteOffset) {
    this.unit = unit;
    this.byteOffset = byteOffset;
  }

  /// Whether anything was read past the end.
  public boolean overrun() {
    return overrun;
  }

  /// Where the next bit is, in bits from the start of the unit.
  public int bitOffset() {
    return byteOffset * 8 + bitInByte;
  }

  /// `u(1)`.
  public boolean flag() {
    return bit() == 1;
  }

  /// `u(n)`: at most 32 bits, as an unsigned number.
  public long bits(int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 1) | bit();
    }
    return value;
  }

  /// `ue(v)`: an unsigned Exp-Golomb code of at most 32 leading zeros (H.264, clause 9.1; H.265,
  /// clause 9.2).
  public long unsignedGolomb() {
    int leadingZeros = 0;
    while (bit() == 0) {
      leadingZeros++;
      if (leadingZeros > 32 || overrun) {
        overrun = true;
        return 0;
      }
    }
    return (1L << leadingZeros) - 1 + bits(leadingZeros);
  }

  /// `se(v)`: a signed Exp-Golomb code.
  public long signedGolomb() {
    long code = unsignedGolomb();
    return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
  }

  private int bit() {
    if (bitInByte == 0) {
      skipEmulationPrevention();
    }
    if (byteOffset >= unit.length) {
      overrun = true;
      return 0;
    }
    int bit = (unit[byteOffset] >> (7 - bitInByte)) & 1;
    bitInByte++;
    if (bitInByte == 8) {
      zeros = unit[byteOffset] == 0 ? zeros + 1 : 0;
      byteOffset++;
      bitInByte = 0;
    }
    return bit;
  }

  /// 00 00 03 stands for 00 00: the third byte is not part of the payload (H.264 and H.265, clause
  /// 7.4.1).
  private void skipEmulationPrevention() {
    if (zeros >= 2 && byteOffset < unit.length && unit[byteOffset] == 3) {
      byteOffset++;
      zeros = 0;
    }
  }
}
