package io.mashrabiya.media.rtsp.message;

import io.mashrabiya.words.Sentence;
import java.nio.ByteBuffer;

/// What comes next on an RTSP connection.
public sealed interface RtspIncoming
    permits RtspMessage, RtspIncoming.Interleaved, RtspIncoming.End, RtspIncoming.Malformed {

  /// A packet of media between the messages (RFC 2326, section 10.12).
  ///
  /// One instance is used again for every packet: it holds until the next one is read.
  final class Interleaved implements RtspIncoming {
    private final ByteBuffer bytes;
    private int channel;

    Interleaved(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    void set(int newChannel, int from, int to) {
      channel = newChannel;
      bytes.limit(to).position(from);
    }

    /// The channel, 0 to 255.
    public int channel() {
      return channel;
    }

    /// The packet, between position and limit.
    public ByteBuffer bytes() {
      return bytes;
    }
  }

  /// The peer closed the connection, between messages or in the middle of one.
  record End() implements RtspIncoming {}

  /// The peer sent something that is no RTSP; nothing after it can be read.
  ///
  /// @param offset where in the message, in bytes
  /// @param production what should have stood there
  record Malformed(int offset, Sentence production) implements RtspIncoming {}
}
