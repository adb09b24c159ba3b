package io.mashrabiya.media.onvif.virtual;

import static io.mashrabiya.media.onvif.xml.Namespace.PTZ;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The PTZ service. What it is told is written down, not drawn.
final class VirtualPtzService implements VirtualService {
  /// The places that it remembers, by token; the names follow from them.
  static final List<String> PRESETS = List.of("crib", "window");

  private static final String NODE = "node";

  private final VirtualOnvifOptions options;
  private final Consumer<String> moves;

  /// @param moves is told what the device does, in words
  VirtualPtzService(VirtualOnvifOptions options, Consumer<String> moves) {
    this.options = options;
    this.moves = moves;
  }

  /// The configuration of a profile that can be turned.
  static XmlElement configuration(Namespace namespace, String element) {
    return XmlElement.of(
            namespace,
            element,
            XmlElement.text(SCHEMA, "Name", NODE),
            XmlElement.text(SCHEMA, "UseCount", "1"),
            XmlElement.text(SCHEMA, "NodeToken", NODE))
        .with("token", NODE);
  }

  @Override
  public Optional<XmlElement> answer(VirtualCall call) throws VirtualFault {
    if (!options.turns()) {
      return Optional.empty();
    }
    return switch (call.operation()) {
      case "GetNodes" ->
          Optional.of(
              XmlElement.of(
                  PTZ,
                  "GetNodesResponse",
                  XmlElement.of(
                          PTZ,
                          "PTZNode",
                          XmlElement.text(SCHEMA, "Name", "Head"),
                          XmlElement.text(SCHEMA, "MaximumNumberOfPresets", "8"),
                          XmlElement.text(SCHEMA, "HomeSupported", "false"))
                      .with("token", NODE)));
      case "GetPresets" ->
          Optional.of(
              XmlElement.of(PTZ, "GetPresetsResponse")
                  .and(PRESETS.stream().map(VirtualPtzService::preset).toList()));
      case "ContinuousMove" -> done(call, velocity(call.body()));
      case "Stop" -> done(call, "stop");
      case "GotoPreset" -> {
        String preset = call.body().value(PTZ, "PresetToken").orElse("");
        if (!PRESETS.contains(preset)) {
          throw VirtualFault.invalid("NoToken", "no preset of that token");
        }
        yield done(call, "go to " + preset);
      }
      default -> Optional.empty();
    };
  }

  private Optional<XmlElement> done(VirtualCall call, String move) throws VirtualFault {
    VirtualMediaService.profile(options, call.body().value(PTZ, "ProfileToken"));
    moves.accept(move);
    return Optional.of(XmlElement.of(PTZ, call.operation() + "Response"));
  }

  private static String velocity(XmlElement body) {
    Optional<XmlElement> velocity = body.find(PTZ, "Velocity");
    return "turn "
        + attribute(velocity, "PanTilt", "x")
        + " "
        + attribute(velocity, "PanTilt", "y")
        + " "
        + attribute(velocity, "Zoom", "x");
  }

  private static String attribute(Optional<XmlElement> velocity, String element, String name) {
    return velocity
        .flatMap(speed -> speed.find(SCHEMA, element))
        .flatMap(part -> part.attribute(name))
        .orElse("0");
  }

  private static XmlElement preset(String token) {
    return XmlElement.of(PTZ, "Preset", XmlElement.text(SCHEMA, "Name", "The " + token))
        .with("token", token);
  }
}
