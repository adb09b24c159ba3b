package io.mashrabiya.media.g711;

/// Encodes samples of 16 bits as G.711, one byte each (ITU-T G.711, tables 1 and 2).
public final class G711 {
  private static final int MU_BIAS = 0x84;
  private static final int MU_MOST = 32_635;

  private G711() {}

  /// mu-law.
  public static byte mu(short sample) {
    int magnitude = Math.min(MU_MOST, Math.abs((int) sample)) + MU_BIAS;
    int code = (segment(magnitude) << 4) | ((magnitude >> (segment(magnitude) + 3)) & 0x0f);
    return (byte) ~(sample < 0 ? code | 0x80 : code);
  }

  /// A-law.
  public static byte a(short sample) {
    int magnitude = sample < 0 ? -sample - 1 : sample;
    int segment = segment(magnitude);
    int step = (magnitude >> (Math.max(1, segment) + 3)) & 0x0f;
    int code = (segment << 4) | step;
    return (byte) ((sample < 0 ? code : code | 0x80) ^ 0x55);
  }

  /// Each is twice as coarse as the one before it; 0 to 7.
  private static int segment(int magnitude) {
    int highestBit = 31 - Integer.numberOfLeadingZeros(Math.max(1, magnitude));
    return Math.max(0, highestBit - 7);
  }
}
