package io.mashrabiya.media.rtsp.message;

import io.mashrabiya.media.rtsp.message.RtspMessageParser.Parsing;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The reading half of an RTSP connection: messages, and packets of media between them, from one
/// buffer that is used again and never grows.
///
/// Owned by one thread. Blocks in the stream's `read`, and passes on what that throws: with a read
/// time-out set, an [java.net.SocketTimeoutException] after which reading may go on.
public final class RtspInput {
  private static final int PACKET_HEADER_BYTES = 4;

  /// Room for the largest message or packet, and for much behind it, so that little has to be
  /// moved.
  private static final int BUFFER_BYTES = 128 * 1024;

  /// Shorter free space than this is not worth a call to the kernel while there is something to
  /// move.
  private static final int LEAST_READ_BYTES = 16 * 1024;

  private final InputStream stream;
  private final byte[] array = new byte[BUFFER_BYTES];
  private final ByteBuffer messageView = ByteBuffer.wrap(array);
  private final RtspIncoming.Interleaved interleaved =
      new RtspIncoming.Interleaved(ByteBuffer.wrap(array));
  private int from;
  private int to;

  public RtspInput(InputStream stream) {
    this.stream = stream;
  }

  /// Waits for the next message or packet. After [RtspIncoming.End] or [RtspIncoming.Malformed]
  /// nothing more comes.
  public RtspIncoming next() throws IOException {
    while (true) {
      skipLineEnds();
      RtspIncoming whole = whole();
      if (whole != null) {
        return whole;
      }
      if (!fill()) {
        return new RtspIncoming.End();
      }
    }
  }

  /// Line ends between messages (leniency: some peers send one too many after a body).
  private void skipLineEnds() {
    while (from < to && (array[from] == '\r' || array[from] == '\n')) {
      from++;
    }
  }

  /// What stands whole at the front of the buffer, or null.
  private @Nullable RtspIncoming whole() {
    if (from == to) {
      return null;
    }
    return array[from] == '$' ? packet() : message();
  }

  private @Nullable RtspIncoming packet() {
    if (to - from < PACKET_HEADER_BYTES) {
      return null;
    }
    int length = ((array[from + 2] & 0xff) << 8) | (array[from + 3] & 0xff);
    int begin = from + PACKET_HEADER_BYTES;
    if (to - begin < length) {
      return null;
    }
    interleaved.set(array[from + 1] & 0xff, begin, begin + length);
    from = begin + length;
    return interleaved;
  }

  private @Nullable RtspIncoming message() {
    messageView.limit(to).position(from);
    return switch (RtspMessageParser.parse(messageView)) {
      case Parsing.Complete complete -> {
        from += complete.lengthBytes();
        yield complete.message();
      }
      case Parsing.Incomplete() -> null;
      case Parsing.Malformed(int offset, Sentence production) ->
          new RtspIncoming.Malformed(offset, production);
    };
  }

  /// Reads more behind what is there; false at the end of the stream.
  private boolean fill() throws IOException {
    if (from == to) {
      from = 0;
      to = 0;
    } else if (BUFFER_BYTES - to < LEAST_READ_BYTES) {
      System.arraycopy(array, from, array, 0, to - from);
      to -= from;
      from = 0;
    }
    int count = stream.read(array, to, BUFFER_BYTES - to);
    to += Math.max(count, 0);
    return count > 0;
  }
}
