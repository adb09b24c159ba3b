package io.mashrabiya.media.onvif.device;

import static io.mashrabiya.media.onvif.xml.Namespace.DEVICE;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a camera's services are, each on the host that was reached.
///
/// @param addresses by the service's namespace: only those that are spoken here
public record Services(Map<Namespace, URI> addresses) {
  private static final Map<String, Namespace> CAPABILITIES =
      Map.of("Media", Namespace.MEDIA, "Events", Namespace.EVENTS, "PTZ", Namespace.PTZ);

  public Services {
    addresses = Map.copyOf(addresses);
  }

  /// Where one is, if the camera has it.
  public Optional<URI> of(Namespace service) {
    return Optional.ofNullable(addresses.get(service));
  }

  /// Reads the response to `GetServices`. Leniency: namespaces in any case, with a `/` at their
  /// end.
  static Services read(XmlElement response, ServiceAddress reached) {
    Map<Namespace, URI> found = new EnumMap<>(Namespace.class);
    for (XmlElement service : response.children(DEVICE, "Service")) {
      String named = service.value(DEVICE, "Namespace").orElse("").toLowerCase(Locale.ROOT);
      String namespace = named.endsWith("/") ? named.substring(0, named.length() - 1) : named;
      Optional<URI> address = service.value(DEVICE, "XAddr").flatMap(reached::service);
      for (Namespace known : Namespace.values()) {
        if (known.uri().equals(namespace)) {
          address.ifPresent(uri -> found.putIfAbsent(known, uri));
        }
      }
    }
    return new Services(found);
  }

  /// Reads the response to `GetCapabilities`, which cameras before `GetServices` have, and which
  /// knows nothing of Media2.
  static Services readCapabilities(XmlElement response, ServiceAddress reached) {
    Map<Namespace, URI> found = new EnumMap<>(Namespace.class);
    CAPABILITIES.forEach((name, namespace) ->
        response
            .find(DEVICE, "Capabilities")
            .flatMap(all -> all.value(SCHEMA, name, "XAddr"))
            .flatMap(reached::service)
            .ifPresent(uri -> found.put(namespace, uri)));
    return new Services(found);
  }
}
