package io.mashrabiya.media.onvif.virtual;

import static io.mashrabiya.media.onvif.virtual.VirtualMediaService.number;
import static io.mashrabiya.media.onvif.xml.Namespace.MEDIA2;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/// The Media2 service (ver20).
final class VirtualMedia2Service implements VirtualService {
  private final VirtualOnvifOptions options;
  private final VirtualNames names;

  VirtualMedia2Service(VirtualOnvifOptions options, VirtualNames names) {
    this.options = options;
    this.names = names;
  }

  @Override
  public Optional<XmlElement> answer(VirtualCall call) throws VirtualFault {
    if (options.has(Quirk.MEDIA2_FAILS)) {
      throw VirtualFault.invalid("ConfigurationConflict", "not now");
    }
    return switch (call.operation()) {
      case "GetProfiles" ->
          Optional.of(
              XmlElement.of(MEDIA2, "GetProfilesResponse")
                  .and(options.profiles().stream().map(this::profile).toList()));
      case "GetVideoSourceConfigurations" ->
          Optional.of(
              XmlElement.of(
                  MEDIA2,
                  "GetVideoSourceConfigurationsResponse",
                  source("Configurations", options.profiles().getFirst())));
      case "GetStreamUri" -> {
        Optional<String> reference = call.body().value(MEDIA2, "ProfileToken");
        VirtualProfile profile = VirtualMediaService.profile(options, reference);
        yield Optional.of(uri("GetStreamUriResponse", names.rtsp(profile.uri())));
      }
      case "GetSnapshotUri" -> {
        Optional<String> reference = call.body().value(MEDIA2, "ProfileToken");
        VirtualProfile profile = VirtualMediaService.profile(options, reference);
        String path = VirtualMediaService.SNAPSHOT.formatted(profile.reference());
        yield Optional.of(uri("GetSnapshotUriResponse", names.http(call, path)));
      }
      default -> Optional.empty();
    };
  }

  private static XmlElement uri(String response, String uri) {
    return XmlElement.of(MEDIA2, response, XmlElement.text(MEDIA2, "Uri", uri));
  }

  private XmlElement profile(VirtualProfile profile) {
    XmlElement configurations =
        XmlElement.of(MEDIA2, "Configurations", source("VideoSource", profile), encoder(profile));
    XmlElement all =
        options.turns()
            ? configurations.and(List.of(VirtualPtzService.configuration(MEDIA2, "PTZ")))
            : configurations;
    return XmlElement.of(MEDIA2, "Profiles", XmlElement.text(MEDIA2, "Name", profile.name()), all)
        .with("token", profile.reference())
        .with("fixed", "true");
  }

  private static XmlElement source(String element, VirtualProfile profile) {
    return XmlElement.of(
            MEDIA2,
            element,
            XmlElement.text(SCHEMA, "Name", VirtualMediaService.SOURCE),
            number("UseCount", 1),
            XmlElement.text(SCHEMA, "SourceToken", VirtualMediaService.SOURCE),
            VirtualMediaService.bounds(profile))
        .with("token", VirtualMediaService.SOURCE);
  }

  private static XmlElement encoder(VirtualProfile profile) {
    return XmlElement.of(
            MEDIA2,
            "VideoEncoder",
            XmlElement.text(SCHEMA, "Name", profile.name()),
            number("UseCount", 1),
            XmlElement.text(SCHEMA, "Encoding", profile.encoding()),
            VirtualMediaService.resolution(profile),
            XmlElement.of(
                    SCHEMA,
                    "RateControl",
                    number("FrameRateLimit", profile.framesPerSecond()),
                    number("BitrateLimit", profile.kilobitsPerSecond()))
                .with("ConstantBitRate", "false"),
            number("Quality", 5))
        .with("token", "encoder-" + profile.reference())
        .with("GovLength", Integer.toString(profile.keyFrameInterval()))
        .with("Profile", "Baseline");
  }
}
