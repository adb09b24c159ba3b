package io.mashrabiya.media.onvif.virtual;

import static io.mashrabiya.media.onvif.xml.Namespace.MEDIA;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/// The Media service (ver10).
final class VirtualMediaService implements VirtualService {
  static final String SOURCE = "source";

  /// Where the snapshot is said to be, for each profile.
  static final String SNAPSHOT = "/snapshot.jpg?profile=%s&quality=high";

  private final VirtualOnvifOptions options;
  private final VirtualNames names;

  VirtualMediaService(VirtualOnvifOptions options, VirtualNames names) {
    this.options = options;
    this.names = names;
  }

  @Override
  public Optional<XmlElement> answer(VirtualCall call) throws VirtualFault {
    return switch (call.operation()) {
      case "GetProfiles" ->
          Optional.of(
              XmlElement.of(MEDIA, "GetProfilesResponse")
                  .and(options.profiles().stream().map(this::profile).toList()));
      case "GetVideoSources" -> Optional.of(sources());
      case "GetStreamUri" -> {
        VirtualProfile profile = profile(options, call.body().value(MEDIA, "ProfileToken"));
        yield Optional.of(uri("GetStreamUriResponse", names.rtsp(profile.uri())));
      }
      case "GetSnapshotUri" -> {
        VirtualProfile profile = profile(options, call.body().value(MEDIA, "ProfileToken"));
        String path = SNAPSHOT.formatted(profile.reference());
        yield Optional.of(uri("GetSnapshotUriResponse", names.http(call, path)));
      }
      default -> Optional.empty();
    };
  }

  /// The profile of that token.
  static VirtualProfile profile(VirtualOnvifOptions options, Optional<String> reference)
      throws VirtualFault {
    return options.profiles().stream()
        .filter(profile -> Optional.of(profile.reference()).equals(reference))
        .findFirst()
        .orElseThrow(() -> VirtualFault.invalid("NoProfile", "no profile of that token"));
  }

  private XmlElement uri(String response, String uri) {
    return XmlElement.of(
        MEDIA,
        response,
        XmlElement.of(
            MEDIA,
            "MediaUri",
            XmlElement.text(SCHEMA, "Uri", uri),
            XmlElement.text(SCHEMA, "InvalidAfterConnect", "false"),
            XmlElement.text(SCHEMA, "InvalidAfterReboot", "false"),
            XmlElement.text(SCHEMA, "Timeout", "PT0S")));
  }

  private XmlElement sources() {
    VirtualProfile largest = options.profiles().getFirst();
    return XmlElement.of(
        MEDIA,
        "GetVideoSourcesResponse",
        XmlElement.of(
                MEDIA,
                "VideoSources",
                number("Framerate", largest.framesPerSecond()),
                resolution(largest))
            .with("token", SOURCE));
  }

  private XmlElement profile(VirtualProfile profile) {
    XmlElement described =
        XmlElement.of(
                MEDIA,
                "Profiles",
                XmlElement.text(SCHEMA, "Name", profile.name()),
                source(profile),
                encoder(profile))
            .with("token", profile.reference())
            .with("fixed", "true");
    return options.turns()
        ? described.and(List.of(VirtualPtzService.configuration(SCHEMA, "PTZConfiguration")))
        : described;
  }

  private static XmlElement source(VirtualProfile profile) {
    return XmlElement.of(
            SCHEMA,
            "VideoSourceConfiguration",
            XmlElement.text(SCHEMA, "Name", SOURCE),
            number("UseCount", 1),
            XmlElement.text(SCHEMA, "SourceToken", SOURCE),
            bounds(profile))
        .with("token", SOURCE);
  }

  /// What a source configuration shows of its source: all.
  static XmlElement bounds(VirtualProfile profile) {
    return XmlElement.of(SCHEMA, "Bounds")
        .with("x", "0")
        .with("y", "0")
        .with("width", Integer.toString(profile.width()))
        .with("height", Integer.toString(profile.height()));
  }

  private static XmlElement encoder(VirtualProfile profile) {
    return XmlElement.of(
            SCHEMA,
            "VideoEncoderConfiguration",
            XmlElement.text(SCHEMA, "Name", profile.name()),
            number("UseCount", 1),
            XmlElement.text(SCHEMA, "Encoding", profile.encoding()),
            resolution(profile),
            number("Quality", 5),
            XmlElement.of(
                SCHEMA,
                "RateControl",
                number("FrameRateLimit", profile.framesPerSecond()),
                number("EncodingInterval", 1),
                number("BitrateLimit", profile.kilobitsPerSecond())),
            XmlElement.of(
                SCHEMA,
                "H264",
                number("GovLength", profile.keyFrameInterval()),
                XmlElement.text(SCHEMA, "H264Profile", "Baseline")),
            XmlElement.text(SCHEMA, "SessionTimeout", "PT60S"))
        .with("token", "encoder-" + profile.reference());
  }

  static XmlElement resolution(VirtualProfile profile) {
    return XmlElement.of(
        SCHEMA, "Resolution", number("Width", profile.width()), number("Height", profile.height()));
  }

  static XmlElement number(String name, int number) {
    return XmlElement.text(SCHEMA, name, Integer.toString(number));
  }
}
