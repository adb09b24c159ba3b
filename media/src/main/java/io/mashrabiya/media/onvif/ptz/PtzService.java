package io.mashrabiya.media.onvif.ptz;

import static io.mashrabiya.media.onvif.xml.Namespace.PTZ;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.Shown;
import io.mashrabiya.media.onvif.soap.SoapClient;
import io.mashrabiya.media.onvif.soap.SoapRequest;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Turns a camera (ONVIF PTZ Service Specification, section 5). Blocking; owned by one thread.
///
/// Profiles are named by their tokens, [io.mashrabiya.media.onvif.stream.MediaProfile#reference].
public final class PtzService {
  private static final int MOST_LISTED = 256;
  private static final int MOST_TOKEN_CHARACTERS = 256;

  private final SoapClient soap;
  private final URI address;

  public PtzService(SoapClient soap, URI address) {
    this.soap = soap;
    this.address = address;
  }

  /// What turns.
  public Answer<List<PtzNode>> nodes() {
    return ask(XmlElement.of(PTZ, "GetNodes"))
        .map(response ->
            response.children(PTZ, "PTZNode").stream()
                .limit(MOST_LISTED)
                .flatMap(node -> token(node).map(token -> node(token, node)).stream())
                .toList());
  }

  /// Turns until told otherwise, at most for that long: should the end get lost, it ends by itself.
  ///
  /// @param most whole seconds
  public Answer<Boolean> turn(String profile, PtzSpeed speed, Duration most) {
    XmlElement velocity =
        XmlElement.of(
            PTZ,
            "Velocity",
            XmlElement.of(SCHEMA, "PanTilt")
                .with("x", decimal(speed.pan()))
                .with("y", decimal(speed.tilt())),
            XmlElement.of(SCHEMA, "Zoom").with("x", decimal(speed.zoom())));
    return done(
        XmlElement.of(
            PTZ,
            "ContinuousMove",
            profile(profile),
            velocity,
            XmlElement.text(PTZ, "Timeout", "PT" + Math.max(1, most.toSeconds()) + "S")));
  }

  /// Ends every movement.
  public Answer<Boolean> stop(String profile) {
    return done(
        XmlElement.of(
            PTZ,
            "Stop",
            profile(profile),
            XmlElement.text(PTZ, "PanTilt", "true"),
            XmlElement.text(PTZ, "Zoom", "true")));
  }

  /// The places that it remembers.
  public Answer<List<PtzPreset>> presets(String profile) {
    return ask(XmlElement.of(PTZ, "GetPresets", profile(profile)))
        .map(response ->
            response.children(PTZ, "Preset").stream()
                .limit(MOST_LISTED)
                .flatMap(preset ->
                    token(preset).map(token -> new PtzPreset(token, name(preset))).stream())
                .toList());
  }

  /// Turns to one of them.
  public Answer<Boolean> goTo(String profile, PtzPreset preset) {
    return done(
        XmlElement.of(
            PTZ,
            "GotoPreset",
            profile(profile),
            XmlElement.text(PTZ, "PresetToken", preset.reference())));
  }

  private Answer<XmlElement> ask(XmlElement body) {
    return soap.ask(SoapRequest.of(address, body));
  }

  private Answer<Boolean> done(XmlElement body) {
    return ask(body).map(_ -> true);
  }

  private static XmlElement profile(String reference) {
    return XmlElement.text(PTZ, "ProfileToken", reference);
  }

  private static Optional<String> token(XmlElement element) {
    return element
        .attribute("token")
        .filter(token -> !token.isEmpty() && token.length() <= MOST_TOKEN_CHARACTERS);
  }

  private static String name(XmlElement element) {
    return element.value(SCHEMA, "Name").map(Shown::of).orElse("");
  }

  private static PtzNode node(String token, XmlElement node) {
    int presets =
        node.value(SCHEMA, "MaximumNumberOfPresets")
            .filter(digits -> digits.matches("[0-9]{1,6}"))
            .map(Integer::parseInt)
            .orElse(0);
    return new PtzNode(token, name(node), presets);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
