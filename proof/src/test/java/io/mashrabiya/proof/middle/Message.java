package io.mashrabiya.proof.middle;

import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.MediaMessage;

/// One message of a WebSocket, as it travels.
public sealed interface Message {
  /// Of a control link.
  record Text(String text) implements Message {}

  /// Of a media link.
  record Bytes(byte[] bytes) implements Message {
    public static Bytes of(MediaMessage message) {
      return new Bytes(message.bytes());
    }
  }

  /// What a media link says; honest parties say nothing malformed.
  default MediaMessage media() {
    try {
      return MediaMessage.parse(((Bytes) this).bytes());
    } catch (Malformed e) {
      throw new AssertionError("an honest party said it", e);
    }
  }

  /// Whether it is a frame of a media link.
  default boolean isFrame() {
    return this instanceof Bytes && media() instanceof MediaMessage.Frame;
  }
}
