package io.mashrabiya.media.onvif.discovery;

import static io.mashrabiya.media.onvif.xml.Namespace.ADDRESSING_2004;
import static io.mashrabiya.media.onvif.xml.Namespace.DISCOVERY;

import io.mashrabiya.media.onvif.soap.Envelope;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads answers to probes (WS-Discovery, section 5.3). Whatever is not one is skipped.
///
/// Leniencies: a match without the element around it; an answer that relates to nothing; one
/// without an endpoint reference, which is known by its address then; an id written with or without
/// `urn:uuid:`; addresses of another host, of which port and path count, on the host that answered;
/// no address that can be used: the usual path on port 80.
final class MatchReader {
  private static final int MOST_MATCHES = 16;
  private static final int MOST_ADDRESSES = 16;
  private static final int MOST_ID_CHARACTERS = 256;
  private static final int HTTP_PORT = 80;

  private MatchReader() {}

  /// The cameras of one datagram.
  ///
  /// @param from who sent it
  /// @param asked the probes that were sent
  static List<DiscoveredCamera> read(
      byte[] datagram, InetAddress from, Collection<ProbeMessage> asked) {
    return switch (Envelope.read(datagram)) {
      case Envelope.Reading.Understood(Envelope answer) when isOurs(answer, asked) ->
          matches(answer.body()).stream()
              .limit(MOST_MATCHES)
              .map(match -> camera(match, from))
              .toList();
      case Envelope.Reading.Understood _, Envelope.Reading.Malformed _ -> List.of();
    };
  }

  private static List<XmlElement> matches(XmlElement body) {
    return body.is("ProbeMatch")
        ? List.of(body)
        : body.is("ProbeMatches") ? body.children(DISCOVERY, "ProbeMatch") : List.of();
  }

  private static boolean isOurs(Envelope answer, Collection<ProbeMessage> asked) {
    Optional<String> related =
        answer
            .header(ADDRESSING_2004, "RelatesTo")
            .map(id -> id.text().strip().toLowerCase(Locale.ROOT))
            .filter(id -> !id.isEmpty());
    return !matches(answer.body()).isEmpty()
        && (related.isEmpty()
            || asked.stream().anyMatch(probe -> related.get().endsWith(probe.id().toString())));
  }

  private static DiscoveredCamera camera(XmlElement match, InetAddress from) {
    ServiceAddress address = address(match.value(DISCOVERY, "XAddrs").orElse(""), from);
    Scopes scopes = Scopes.read(match.value(DISCOVERY, "Scopes").orElse(""));
    String endpoint =
        match
            .find(ADDRESSING_2004, "EndpointReference")
            .flatMap(reference -> reference.value(ADDRESSING_2004, "Address"))
            .filter(id -> id.length() <= MOST_ID_CHARACTERS)
            .orElse(address.reached().toString());
    return new DiscoveredCamera(
        endpoint,
        address,
        scopes.first("name"),
        scopes.first("hardware"),
        scopes.joined("location"));
  }

  private static ServiceAddress address(String listed, InetAddress from) {
    String host = host(from);
    return Stream.of(listed.split("\\s+"))
        .limit(MOST_ADDRESSES)
        .flatMap(text -> usable(text, host).stream())
        .min(Comparator.comparing((URI uri) -> !uri.getScheme().equalsIgnoreCase("http")))
        .map(ServiceAddress::new)
        .orElseGet(() -> ServiceAddress.ofDevice(host, HTTP_PORT));
  }

  /// An address as it is named, with the host that answered in place of its own.
  private static Optional<URI> usable(String text, String host) {
    try {
      URI named = URI.create(text);
      boolean spoken =
          "http".equalsIgnoreCase(named.getScheme()) || "https".equalsIgnoreCase(named.getScheme());
      if (!spoken || named.getRawAuthority() == null) {
        return Optional.empty();
      }
      String port = named.getPort() < 1 || named.getPort() > 65535 ? "" : ":" + named.getPort();
      String path = named.getRawPath().isEmpty() ? ServiceAddress.DEVICE_PATH : named.getRawPath();
      return Optional.of(
          URI.create(named.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port + path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String host(InetAddress from) {
    String address = from.getHostAddress();
    int zone = address.indexOf('%');
    String plain = zone < 0 ? address : address.substring(0, zone);
    return plain.indexOf(':') < 0 ? plain : "[" + plain + "]";
  }
}
