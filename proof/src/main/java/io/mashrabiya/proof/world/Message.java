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

  /// What it says, if it is of a media link.
  default Optional<MediaMessage> media() {
    try {
      return this instanceof Bytes(byte[] bytes)
          ? Optional.of(MediaMessage.parse(bytes))
          : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /// The frame, if it is one.
  default Optional<MediaMessage.Frame> frame() {
    return media().filter(MediaMessage.Frame.class::isInstance).map(MediaMessage.Frame.class::cast);
  }

  default boolean isFrame() {
    return frame().isPresent();
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
