package io.mashrabiya.media.worker.message;

import java.io.IOException;

/// The other end of the pipe said something that is no message. After it nothing more can be
/// understood, so that it is like a pipe that broke.
public final class MalformedMessage extends IOException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /// @param offset in the message's body, in bytes
  /// @param what was expected there and is not
  MalformedMessage(int offset, String what) {
    super(what + " (byte " + offset + ")");
    this.offset = offset;
  }

  /// Where in the body, in bytes.
  public int offset() {
    return offset;
  }
}
