package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.say;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// The body of an answer, however its length is told (RFC 9112, section 6.3).
///
/// Leniencies: without a length, and with one that is no number, it lasts until the connection
/// ends; a length beside `Transfer-Encoding: chunked` or of an answer in parts does not count.
abstract sealed class Body extends InputStream {
  private static final int MOST_DIGITS = 15;

  /// What follows the head that was read from there.
  static InputStream of(Head head, ByteInput in) {
    String encoding = head.fields().first("Transfer-Encoding").orElse("");
    if (encoding.toLowerCase(Locale.ROOT).endsWith("chunked")) {
      return new Chunked(in);
    }
    String length = head.fields().first("Content-Length").orElse("");
    boolean told = !head.isStream() && length.matches("[0-9]{1," + MOST_DIGITS + "}");
    return told ? new Sized(in, Long.parseLong(length)) : in;
  }

  @Override
  public abstract int read(byte[] target, int offset, int length) throws IOException;

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// As many bytes as were told.
  private static final class Sized extends Body {
    private final ByteInput in;
    private long left;

    Sized(ByteInput in, long length) {
      this.in = in;
      this.left = length;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = in.read(target, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new EOFException("less came than was told");
      }
      left -= count;
      return count;
    }
  }

  /// Chunks (RFC 9112, section 7.1); what stands behind the last one is not read.
  private static final class Chunked extends Body {
    private static final int MOST_SIZE_DIGITS = 8;

    private final ByteInput in;
    private long left;
    private boolean begun;
    private boolean ended;

    Chunked(ByteInput in) {
      this.in = in;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0 && !ended) {
        next();
      }
      if (ended) {
        return -1;
      }
      int count = in.read(target, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new EOFException("the connection ended within a chunk");
      }
      left -= count;
      return count;
    }

    private void next() throws IOException {
      if (begun && !in.line().isEmpty()) {
        throw new MalformedHttp(say("the line end of a chunk"), in.offset());
      }
      begun = true;
      String size = in.line().split("[; \t]", 2)[0];
      if (!size.matches("[0-9A-Fa-f]{1," + MOST_SIZE_DIGITS + "}")) {
        throw new MalformedHttp(say("the size of a chunk"), in.offset());
      }
      left = Long.parseLong(size, 16);
      ended = left == 0;
    }
  }
}
