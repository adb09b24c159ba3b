package io.mashrabiya.media.worker.message;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Carries message bodies over a pair of streams. Blocks; belongs to one thread at a time.
public final class Pipe {
  /// No body is longer: a camera's access unit and a still are far below.
  public static final int MOST_BODY_BYTES = 16 << 20;

  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 5;

  private final InputStream in;
  private final OutputStream out;

  public Pipe(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /// Waits for the next body. Memory is taken as bytes come, and not by the length that is claimed.
  ///
  /// @throws EOFException when the other end has closed or ended
  /// @throws MalformedMessage when it speaks another version, or claims too much or nothing
  public byte[] read() throws IOException {
    ByteBuffer head = ByteBuffer.wrap(exactly(HEAD_BYTES));
    if (head.get() != VERSION) {
      throw new MalformedMessage(0, "another version of the protocol");
    }
    int length = head.getInt();
    if (length < 1 || length > MOST_BODY_BYTES) {
      throw new MalformedMessage(0, "a body of " + length + " bytes");
    }
    return exactly(length);
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the other end is gone");
    }
    return bytes;
  }

  /// Sends one body.
  ///
  /// @throws IllegalArgumentException when it is longer than any may be
  public void write(byte[] body) throws IOException {
    if (body.length < 1 || body.length > MOST_BODY_BYTES) {
      throw new IllegalArgumentException("no message has a body of " + body.length + " bytes");
    }
    out.write(ByteBuffer.allocate(HEAD_BYTES).put(VERSION).putInt(body.length).array());
    out.write(body);
    out.flush();
  }
}
