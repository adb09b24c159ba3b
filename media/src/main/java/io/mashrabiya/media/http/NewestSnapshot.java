package io.mashrabiya.media.http;

import java.util.Arrays;

/// The newest picture that a camera gave when asked for one. It outlives a connection, so that an
/// old picture does not pass for a new one after the next. Belongs to the camera's thread.
public final class NewestSnapshot {
  private byte[] bytes = new byte[0];

  /// Takes an answer; whether it is another picture than the one before.
  boolean changes(byte[] answer) {
    boolean other = !Arrays.equals(bytes, answer);
    bytes = answer;
    return other;
  }
}
