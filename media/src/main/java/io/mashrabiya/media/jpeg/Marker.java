package io.mashrabiya.media.jpeg;

/// The markers of a JPEG file that are known here (ITU-T T.81, table B.1): two bytes, the first of
/// which is 255.
public final class Marker {
  /// SOF0: the frame header of a baseline picture.
  public static final int BASELINE_FRAME = 0xffc0;

  /// DHT.
  public static final int HUFFMAN_TABLES = 0xffc4;

  /// RST0, the first of eight.
  static final int RESTART_0 = 0xffd0;

  /// SOI.
  public static final int START_OF_IMAGE = 0xffd8;

  /// EOI.
  public static final int END_OF_IMAGE = 0xffd9;

  /// SOS.
  static final int START_OF_SCAN = 0xffda;

  /// DQT.
  public static final int QUANTIZATION_TABLES = 0xffdb;

  /// DRI.
  static final int RESTART_INTERVAL = 0xffdd;

  /// APP0, the first of sixteen.
  public static final int APPLICATION_0 = 0xffe0;

  private static final int RESTART_7 = 0xffd7;
  private static final int FIRST_FRAME = 0xffc1;
  private static final int LAST_FRAME = 0xffcf;
  private static final int ARITHMETIC_CONDITIONING = 0xffcc;

  private Marker() {}

  /// Whether it may stand within a scan.
  static boolean isRestart(int marker) {
    return marker >= RESTART_0 && marker <= RESTART_7;
  }

  /// Whether it is the frame header of another process than baseline.
  public static boolean isOtherFrame(int marker) {
    return marker >= FIRST_FRAME
        && marker <= LAST_FRAME
        && marker != HUFFMAN_TABLES
        && marker != ARITHMETIC_CONDITIONING
        && marker != 0xffc8; // reserved
  }
}
