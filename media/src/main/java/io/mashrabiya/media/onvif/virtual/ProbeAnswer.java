package io.mashrabiya.media.onvif.virtual;

import static io.mashrabiya.media.onvif.xml.Namespace.ADDRESSING_2004;
import static io.mashrabiya.media.onvif.xml.Namespace.DISCOVERY;

import io.mashrabiya.media.onvif.soap.Envelope;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What the virtual device answers to a probe (WS-Discovery, section 5.3).
///
/// @param id of its endpoint, which stays while it runs
/// @param address of its device service
record ProbeAnswer(UUID id, String name, String address) {
  private static final String ACTION =
      "http://schemas.xmlsoap.org/ws/2005/04/discovery/ProbeMatches";
  private static final String TO_WHO_ASKED =
      "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";
  private static final Set<String> TYPES = Set.of("NetworkVideoTransmitter", "Device");

  static List<String> scopes(String name) {
    String begin = "onvif://www.onvif.org/";
    String escaped = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return List.of(
        begin + "type/video_encoder",
        begin + "Profile/Streaming",
        begin + "name/" + escaped,
        begin + "hardware/" + VirtualDeviceService.MODEL.replace(" ", "%20"),
        begin + "location/here");
  }

  /// The answer to a datagram; empty where it is no probe for such a device.
  Optional<byte[]> to(byte[] datagram) {
    return switch (Envelope.read(datagram)) {
      case Envelope.Reading.Understood(Envelope asked) when isForUs(asked) ->
          Optional.of(matches(asked));
      case Envelope.Reading.Understood _, Envelope.Reading.Malformed _ -> Optional.empty();
    };
  }

  /// All of the types that are asked for must be the device's; none is anybody's.
  private static boolean isForUs(Envelope asked) {
    String types = asked.body().value(DISCOVERY, "Types").orElse("");
    return asked.body().is("Probe")
        && Stream.of(types.split("\\s+"))
            .filter(type -> !type.isEmpty())
            .allMatch(type -> TYPES.contains(type.substring(type.indexOf(':') + 1)));
  }

  private byte[] matches(Envelope asked) {
    String relates =
        asked.header(ADDRESSING_2004, "MessageID").map(id -> id.text().strip()).orElse("");
    XmlElement match =
        XmlElement.of(
            DISCOVERY,
            "ProbeMatch",
            XmlElement.of(
                ADDRESSING_2004,
                "EndpointReference",
                XmlElement.text(ADDRESSING_2004, "Address", "urn:uuid:" + id)),
            XmlElement.text(
                DISCOVERY,
                "Types",
                Namespace.NETWORK.qualified("NetworkVideoTransmitter")
                    + " "
                    + Namespace.DEVICE.qualified("Device")),
            XmlElement.text(DISCOVERY, "Scopes", String.join(" ", scopes(name))),
            XmlElement.text(DISCOVERY, "XAddrs", address),
            XmlElement.text(DISCOVERY, "MetadataVersion", "1"));
    return new Envelope(
            List.of(
                XmlElement.text(ADDRESSING_2004, "MessageID", "urn:uuid:" + UUID.randomUUID()),
                XmlElement.text(ADDRESSING_2004, "RelatesTo", relates),
                XmlElement.text(ADDRESSING_2004, "To", TO_WHO_ASKED),
                XmlElement.text(ADDRESSING_2004, "Action", ACTION)),
            XmlElement.of(DISCOVERY, "ProbeMatches", match))
        .write(Namespace.NETWORK, Namespace.DEVICE);
  }
}
