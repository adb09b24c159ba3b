package io.mashrabiya.media.source;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.address.UrlParts;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.words.Sentence;
import java.net.URI;

/// Takes the `onvif://` URL of a camera apart, a scheme of our own: behind it stand the host of the
/// camera's device service, its port where that is not 80, and its path where that is not the usual
/// one ([ServiceAddress#DEVICE_PATH]). It is asked over plain HTTP, and no password is sent as it
/// is.
///
/// Leniencies: those of [UrlParts]; a path of `/` alone; a fragment, which is left out.
final class OnvifUrl {
  private static final String SCHEME = "onvif://";
  private static final int PORT = 80;

  private OnvifUrl() {}

  /// Whether it begins as such a URL.
  static boolean is(String url) {
    return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  static CameraUrl.Reading read(String url) {
    return switch (UrlParts.read(url, SCHEME.length())) {
      case UrlParts.Reading.Malformed(int offset, Sentence remedy) ->
          new CameraUrl.Reading.Malformed(offset, remedy);
      case UrlParts.Reading.Understood(UrlParts parts) -> address(parts);
    };
  }

  private static CameraUrl.Reading address(UrlParts parts) {
    try {
      return new CameraUrl.Reading.Understood(
          new CameraAddress.Onvif(service(parts)), parts.credentials());
    } catch (IllegalArgumentException e) { // such as a host with an underscore, which HTTP has not
      return new CameraUrl.Reading.Malformed(
          SCHEME.length(),
          say("behind {0} stand the camera's host or address, and nothing else", SCHEME));
    }
  }

  private static ServiceAddress service(UrlParts parts) {
    ServiceAddress usual = ServiceAddress.ofDevice(parts.host(), parts.port().orElse(PORT));
    String path = parts.pathAndQuery();
    if (path.isEmpty() || path.equals("/")) {
      return usual;
    }
    String host = "http://" + usual.reached().getRawAuthority();
    return new ServiceAddress(URI.create(host + (path.startsWith("/") ? path : "/" + path)));
  }

  /// The URL as a person types it, without user name and password.
  static String text(ServiceAddress service) {
    URI reached = service.reached();
    String port = reached.getPort() < 0 || reached.getPort() == PORT ? "" : ":" + reached.getPort();
    String path = reached.toString().replaceFirst("^[a-z]+://[^/?]*", "");
    return SCHEME
        + reached.getHost()
        + port
        + (path.equals(ServiceAddress.DEVICE_PATH) ? "" : path);
  }
}
