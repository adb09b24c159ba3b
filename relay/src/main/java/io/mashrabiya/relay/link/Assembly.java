package io.mashrabiya.relay.link;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts messages together from the frames of RFC 6455, up to this link's own longest message.
/// (Vert.x has one limit for all links of a server, and holds none against whoever takes frames.)
/// The decoder below has checked that fragments come in order.
final class Assembly {
  /// A fragment of the wrong kind, or one too many.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused() {
      super("refused", null, false, false);
    }
  }

  private final boolean isText;
  private @Nullable Buffer begun;

  /// @param isText whether messages are text; else bytes
  Assembly(boolean isText) {
    this.isText = isText;
  }

  /// The bytes of a message, when this frame ends one.
  ///
  /// @param longestBytes what a message of this link may have now
  Optional<byte[]> add(WebSocketFrame frame, int longestBytes) throws Refused {
    boolean isWanted = frame.isContinuation() || (isText ? frame.isText() : frame.isBinary());
    int before = begun == null ? 0 : begun.length();
    Buffer part = frame.binaryData();
    if (!isWanted || before + part.length() > longestBytes) {
      throw new Refused();
    }
    if (begun == null && frame.isFinal()) {
      return Optional.of(part.getBytes());
    }
    begun = begun == null ? Buffer.buffer().appendBuffer(part) : begun.appendBuffer(part);
    if (!frame.isFinal()) {
      return Optional.empty();
    }
    byte[] whole = begun.getBytes();
    begun = null;
    return Optional.of(whole);
  }
}
