package io.mashrabiya.media.nal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The byte stream format of annex B, the same in ITU-T H.264 and H.265: NAL units behind start
/// codes.
public final class AnnexB {
  private AnnexB() {}

  /// The NAL units of an access unit, without start codes, as views into its bytes.
  ///
  /// Start codes of three and of four bytes are understood, and zeros behind a unit are not part of
  /// it. Bytes before the first start code belong to no unit and are left out.
  public static List<ByteBuffer> units(byte[] accessUnit) {
    List<ByteBuffer> units = new ArrayList<>();
    int begin = afterStartCode(accessUnit, 0);
    while (begin >= 0) {
      int next = afterStartCode(accessUnit, begin);
      int end = next < 0 ? accessUnit.length : next - 3;
      while (end > begin && accessUnit[end - 1] == 0) {
        end--;
      }
      if (end > begin) {
        units.add(ByteBuffer.wrap(accessUnit, begin, end - begin).slice());
      }
      begin = next;
    }
    return units;
  }

  /// Where the byte after the next `00 00 01` is, or -1.
  private static int afterStartCode(byte[] bytes, int from) {
    for (int i = from + 2; i < bytes.length; ) {
      if (bytes[i] > 1 || bytes[i] < 0) {
        i += 3; // no start code can end at any of the next two
      } else if (bytes[i] == 1 && bytes[i - 1] == 0 && bytes[i - 2] == 0) {
        return i + 1;
      } else {
        i++;
      }
    }
    return -1;
  }
}
