package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.say;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Bytes with a look ahead of one, from one buffer that is used again and never grows.
///
/// Owned by one thread. Blocks in the stream's `read`, and passes on what that throws.
final class ByteInput extends InputStream {
  /// The longest line.
  static final int MOST_LINE_BYTES = 4096;

  private static final int BUFFER_BYTES = 32 * 1024;

  private final InputStream stream;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] line = new byte[MOST_LINE_BYTES];
  private int from;
  private int to;
  private long taken;

  ByteInput(InputStream stream) {
    this.stream = stream;
  }

  /// How many bytes were taken until now.
  long offset() {
    return taken;
  }

  /// The next byte, which stays; -1 at the end.
  int peek() throws IOException {
    return from < to || fill() ? buffer[from] & 0xff : -1;
  }

  @Override
  public int read() throws IOException {
    int next = peek();
    if (next >= 0) {
      from++;
      taken++;
    }
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (peek() < 0) {
      return -1;
    }
    int count = Math.min(length, to - from);
    System.arraycopy(buffer, from, target, offset, count);
    from += count;
    taken += count;
    return count;
  }

  /// The next line without its end, as characters that stand for bytes. Leniency: it may end with
  /// LF alone, and control characters in it become `?`.
  ///
  /// @throws EOFException if the end comes first
  String line() throws IOException {
    int length = 0;
    for (int next = read(); next != '\n'; next = read()) {
      if (next < 0) {
        throw new EOFException("the connection ended within a line");
      }
      if (length == MOST_LINE_BYTES) {
        throw new MalformedHttp(say("a line of at most 4096 bytes"), taken);
      }
      line[length++] = (byte) next;
    }
    int without = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    for (int i = 0; i < without; i++) {
      line[i] = isControl(line[i]) ? (byte) '?' : line[i];
    }
    return new String(line, 0, without, StandardCharsets.ISO_8859_1);
  }

  private static boolean isControl(byte character) {
    return (character >= 0 && character < ' ' && character != '\t') || character == 0x7f;
  }

  private boolean fill() throws IOException {
    int count = stream.read(buffer, 0, BUFFER_BYTES);
    from = 0;
    to = Math.max(count, 0);
    return count > 0;
  }
}
