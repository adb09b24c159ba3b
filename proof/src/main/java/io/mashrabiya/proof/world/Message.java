package io.mashrabiya.proof.world;

import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.MediaMessage;
import java.util.Optional;

/// One message as it travels: of a control link, or of a media link.
public sealed interface Message {
  record Text(String text) implements Message {}

  record Bytes(byte[] bytes) implements Message {}

  static Message of(MediaMessage message) {
    return new Bytes(message.bytes());
  }

  /// The frame, if it is one.
  default Optional<MediaMessage.Frame> frame() {
    try {
      return this instanceof Bytes(byte[] bytes)
              && MediaMessage.parse(bytes) instanceof MediaMessage.Frame frame
          ? Optional.of(frame)
          : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /// What a device hears by it, if it is of its control link.
  default Optional<DeviceHears> toDevice() {
    try {
      return this instanceof Text(String text)
          ? Optional.of(DeviceHears.parse(text))
          : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /// What a home hears by it, if it is of its control link.
  default Optional<HomeHears> toHome() {
    try {
      return this instanceof Text(String text)
          ? Optional.of(HomeHears.parse(text))
          : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }
}
