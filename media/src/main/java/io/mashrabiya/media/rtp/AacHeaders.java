package io.mashrabiya.media.rtp;

/// How long the fields of the AU headers of a stream are, in bits (RFC 3640, section 4.1): each may
/// be absent, which is 0.
///
/// @param size of the access unit, 0 to 24
/// @param index of the first unit in a packet
/// @param indexDelta of every other one
/// @param constantSizeBytes the size of every unit where no header says it, 0 if headers do
/// @param auxiliarySize of the length of an auxiliary section, which is skipped
public record AacHeaders(
    int size, int index, int indexDelta, int constantSizeBytes, int auxiliarySize) {
  /// The mode that nearly every camera uses (section 3.3.6, `AAC-hbr`).
  public static final AacHeaders HIGH_BIT_RATE = new AacHeaders(13, 3, 3, 0, 0);

  /// The mode of very small frames (section 3.3.5, `AAC-lbr`).
  public static final AacHeaders LOW_BIT_RATE = new AacHeaders(6, 2, 2, 0, 0);

  private static final int MOST_SIZE_BITS = 24;
  private static final int MOST_FIELD_BITS = 16;

  public AacHeaders {
    if (!within(size, MOST_SIZE_BITS)
        || !within(index, MOST_FIELD_BITS)
        || !within(indexDelta, MOST_FIELD_BITS)
        || !within(auxiliarySize, MOST_FIELD_BITS)
        || !within(constantSizeBytes, 1 << MOST_FIELD_BITS)) {
      throw new IllegalArgumentException("no AU header is like that");
    }
  }

  /// Whether packets begin with headers at all.
  boolean present() {
    return size + index + indexDelta > 0;
  }

  private static boolean within(int value, int most) {
    return value >= 0 && value <= most;
  }
}
