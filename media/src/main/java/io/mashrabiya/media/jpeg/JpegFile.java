package io.mashrabiya.media.jpeg;

import java.util.Optional;

/// Looks at a whole JPEG file from outside (ITU-T T.81, annex B): whether it is one, how large its
/// picture is and where it ends. Any process is taken, progressive too; nothing is decoded.
public final class JpegFile {
  /// The first byte of every file.
  public static final int FIRST_BYTE = 0xff;

  private static final int FRAME_BYTES = 5; // precision, height, width

  private JpegFile() {}

  /// Where the file ends, as a length from its first byte, if it ends with its end marker.
  /// Leniency: line ends and filling behind that do not count.
  ///
  /// @param lengthBytes how much of the array is the file
  public static Optional<Integer> end(byte[] bytes, int lengthBytes) {
    int end = lengthBytes;
    while (end > 0 && isFilling(bytes[end - 1])) {
      end--;
    }
    boolean ends = end >= 2 && marker(bytes, end - 2) == Marker.END_OF_IMAGE;
    return ends ? Optional.of(end) : Optional.empty();
  }

  private static boolean isFilling(byte b) {
    return b == 0 || b == '\r' || b == '\n' || b == ' ' || b == (byte) 0xff;
  }

  /// The size that its frame header states, if there is one before a scan begins.
  public static Optional<JpegSize> size(byte[] file) {
    if (file.length < 4 || marker(file, 0) != Marker.START_OF_IMAGE) {
      return Optional.empty();
    }
    int at = 2;
    while (at + 4 <= file.length) {
      int marker = marker(file, at);
      if (marker == 0xffff) {
        at++; // fill bytes (B.1.1.2)
        continue;
      }
      int length = marker(file, at + 2);
      boolean frame = marker == Marker.BASELINE_FRAME || Marker.isOtherFrame(marker);
      if (marker < Marker.BASELINE_FRAME || marker == Marker.START_OF_SCAN || length < 2) {
        return Optional.empty();
      }
      if (frame) {
        return frame(file, at + 4);
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  private static Optional<JpegSize> frame(byte[] file, int at) {
    if (file.length - at < FRAME_BYTES) {
      return Optional.empty();
    }
    int height = marker(file, at + 1);
    int width = marker(file, at + 3);
    return width == 0 || height == 0 ? Optional.empty() : Optional.of(new JpegSize(width, height));
  }

  /// Two bytes as one number.
  private static int marker(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
