package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.jpeg.JpegFile;
import java.io.IOException;
import java.util.Arrays;

/// The bytes of a part as they come, one by one, with the line that they are in. The room for them
/// is used again for the next part.
final class PartBytes {
  private static final int FIRST_BYTES = 64 * 1024;

  private final ByteInput in;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;
  private int lineStart;

  PartBytes(ByteInput in) {
    this.in = in;
  }

  /// Begins anew.
  void clear() {
    length = 0;
    lineStart = 0;
  }

  /// Takes one more; false at the end of all.
  ///
  /// @throws MalformedHttp if there would be more than the largest picture has
  boolean take() throws IOException {
    if (endsLine()) {
      lineStart = length;
    }
    int next = in.read();
    if (next < 0) {
      return false;
    }
    if (length == JpegParts.MOST_BYTES) {
      throw new MalformedHttp(say("a picture of at most 8 MiB"), in.offset());
    }
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * length, JpegParts.MOST_BYTES));
    }
    bytes[length++] = (byte) next;
    return true;
  }

  int length() {
    return length;
  }

  /// Whether the newest byte ends a line.
  boolean endsLine() {
    return length > 0 && bytes[length - 1] == '\n';
  }

  /// Whether the newest line, without its end and spaces before that, ends with this text: all of
  /// it, or behind the end of a picture.
  boolean lineIs(byte[] text) {
    int end = lineEnd();
    int start = end - text.length;
    // the text first: where lines of filling have no end, looking for a picture's takes long
    return start >= lineStart
        && Arrays.equals(bytes, start, end, text, 0, text.length)
        && (start == lineStart
            || JpegFile.end(bytes, start).filter(picture -> picture == start).isPresent());
  }

  private int lineEnd() {
    int end = length;
    while (end > lineStart && " \t\r\n".indexOf(bytes[end - 1]) >= 0) {
      end--;
    }
    return end;
  }

  boolean isWholeJpeg() {
    return JpegFile.end(bytes, length).isPresent();
  }

  /// All of it, without what fills up a picture.
  byte[] all() {
    return first(length);
  }

  /// What stands before a text that the newest line ends with; the line end before it belongs to
  /// the delimiter (RFC 2046, section 5.1.1), and no picture is filled up.
  byte[] before(byte[] text) {
    int end = lineEnd() - text.length;
    end -= end > 0 && bytes[end - 1] == '\n' ? 1 : 0;
    end -= end > 0 && bytes[end - 1] == '\r' ? 1 : 0;
    return first(end);
  }

  private byte[] first(int count) {
    return Arrays.copyOf(bytes, JpegFile.end(bytes, count).orElse(count));
  }
}
