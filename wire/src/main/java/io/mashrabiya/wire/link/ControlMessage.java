package io.mashrabiya.wire.link;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import java.nio.charset.StandardCharsets;

/// A message of a control link (formats, section 8): an object whose member `type` says which of
/// the messages of its direction it is.
public sealed interface ControlMessage permits HomeSays, HomeHears, DeviceSays, DeviceHears {
  /// The value of its member `type`.
  String type();

  /// Puts the members that only this message has.
  JsonBuilder members(JsonBuilder body);

  /// The message as it travels: one text message of a WebSocket.
  default String text() {
    return members(Json.object().put("type", type())).build().text();
  }

  /// How the members of a message of some type are read.
  @FunctionalInterface
  interface OfType<M extends ControlMessage> {
    M read(String type, Fields fields) throws Malformed;
  }

  /// Reads the message of one direction that the text is.
  static <M extends ControlMessage> M parse(String text, OfType<M> message) throws Malformed {
    return Fields.read(
        "control",
        text.getBytes(StandardCharsets.UTF_8),
        fields -> message.read(fields.text("type"), fields));
  }
}
