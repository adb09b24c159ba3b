package io.mashrabiya.media.onvif.virtual;

import io.mashrabiya.media.onvif.xml.Namespace;
import java.util.Map;

/// Where the virtual device's services are, and how it names them: by the address that it was
/// reached at, or by what its quirks make of it.
record VirtualNames(VirtualOnvifOptions options) {
  static final String DEVICE = "/onvif/device_service";
  static final String MEDIA = "/onvif/media_service";
  static final String MEDIA2 = "/onvif/media2_service";
  static final String EVENTS = "/onvif/event_service";
  static final String PTZ = "/onvif/ptz_service";

  /// Subscriptions lie below it.
  static final String PULL = "/onvif/pull/";

  static final Map<Namespace, String> PATHS =
      Map.of(
          Namespace.DEVICE, DEVICE,
          Namespace.MEDIA, MEDIA,
          Namespace.MEDIA2, MEDIA2,
          Namespace.EVENTS, EVENTS,
          Namespace.PTZ, PTZ);

  private static final String OF_ANOTHER_NETWORK = "192.0.2.77";

  boolean has(Namespace service) {
    return switch (service) {
      case MEDIA -> !options.has(Quirk.NO_MEDIA);
      case MEDIA2 -> !options.has(Quirk.NO_MEDIA2);
      case PTZ -> options.turns();
      default -> PATHS.containsKey(service);
    };
  }

  /// The name of a service or of anything else that is fetched over HTTP.
  String http(VirtualCall call, String path) {
    if (options.has(Quirk.RELATIVE_ADDRESSES)) {
      return path;
    }
    return value(foreign(call.address() + path, "8899"));
  }

  /// The name of a stream.
  String rtsp(String uri) {
    return value(foreign(uri, ""));
  }

  private String foreign(String uri, String port) {
    if (options.has(Quirk.UNSPECIFIED_ADDRESSES)) {
      return uri.replaceFirst("//[^/:]*", "//0.0.0.0");
    }
    if (options.has(Quirk.FOREIGN_ADDRESSES)) {
      return port.isEmpty()
          ? uri.replaceFirst("//[^/:]*", "//" + OF_ANOTHER_NETWORK)
          : uri.replaceFirst("//[^/]*", "//" + OF_ANOTHER_NETWORK + ":" + port);
    }
    return uri;
  }

  private String value(String text) {
    String escaped = options.has(Quirk.ESCAPED_TWICE) ? text.replace("&", "&amp;") : text;
    return options.has(Quirk.WHITE_SPACE) ? "\n      " + escaped + "\n    " : escaped;
  }
}
