package io.mashrabiya.bench.firstframe;

/// Some bytes by which a place in a stream is known, wherever the stream is cut into pieces (Knuth,
/// Morris, Pratt). One for each stream; not thread-safe.
final class Landmark {
  private final byte[] bytes;
  private final int[] fallback;
  private int matched;

  /// @param bytes at least one; not written to any more
  Landmark(byte[] bytes) {
    this.bytes = bytes;
    this.fallback = new int[bytes.length];
    for (int i = 1, length = 0; i < bytes.length; i++) {
      length = extended(length, bytes[i]);
      fallback[i] = length;
    }
  }

  /// How often its last byte is among the first `length` of these, which follow those of before.
  int passes(byte[] piece, int length) {
    int passes = 0;
    for (int i = 0; i < length; i++) {
      matched = extended(matched, piece[i]);
      if (matched == bytes.length) {
        passes++;
        matched = fallback[matched - 1];
      }
    }
    return passes;
  }

  private int extended(int length, byte next) {
    int kept = length;
    while (kept > 0 && bytes[kept] != next) {
      kept = fallback[kept - 1];
    }
    return bytes[kept] == next ? kept + 1 : 0;
  }
}
