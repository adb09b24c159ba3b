package io.mashrabiya.media.onvif.soap;

import io.mashrabiya.media.address.UrlParts;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.RtspUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a camera was reached, and through that where whatever it names is to be reached.
///
/// Guarantee: no request that follows from what a camera wrote goes to another host than the one
/// that a person or the discovery named, so that no camera can send credentials elsewhere.
///
/// Leniencies, all of them met in cameras: addresses of another network (a camera behind NAT names
/// its own), `0.0.0.0`, other ports for another host, relative addresses, `&amp;` escaped twice,
/// white space, user names and passwords within.
///
/// @param reached the device service's own address, as it answered
public record ServiceAddress(URI reached) {
  /// Where the device service is unless something else is known (ONVIF Core Specification, section
  /// 5.1.2).
  public static final String DEVICE_PATH = "/onvif/device_service";

  private static final int MOST_CHARACTERS = 2048;
  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "(https?)://(?:[^/?#@]*@)?(\\[[^\\]/]*\\]|[^/:?#]*)(?::(\\d{1,5}))?([/?].*)?",
          Pattern.CASE_INSENSITIVE);

  /// @throws IllegalArgumentException if it is no address of HTTP with a host
  public ServiceAddress {
    String scheme = String.valueOf(reached.getScheme()).toLowerCase(Locale.ROOT);
    if (reached.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException("no address of a service");
    }
  }

  /// The device service of a host, where nothing but host and port is known.
  public static ServiceAddress ofDevice(String host, int port) {
    String named = host.indexOf(':') < 0 || host.startsWith("[") ? host : "[" + host + "]";
    return new ServiceAddress(URI.create("http://" + named + ":" + port + DEVICE_PATH));
  }

  /// The host, an IPv6 address without its brackets.
  public String host() {
    return reached.getHost().replaceAll("[\\[\\]]", "");
  }

  /// Where a service that the camera names is to be asked: its path on the host that was reached,
  /// and its port where it names that host; empty where nothing can be made of it.
  public Optional<URI> service(String named) {
    String cleaned = cleaned(named);
    if (cleaned.isEmpty()) {
      return Optional.empty();
    }
    Matcher absolute = ABSOLUTE.matcher(cleaned);
    if (absolute.matches()) {
      boolean asReached =
          absolute.group(2).equalsIgnoreCase(reached.getHost())
              && absolute.group(1).equalsIgnoreCase(reached.getScheme());
      int port = asReached ? port(absolute.group(3)) : reached.getPort();
      return at(port, absolute.group(4) == null ? "/" : absolute.group(4));
    }
    return cleaned.contains("://")
        ? Optional.empty()
        : at(reached.getPort(), cleaned.startsWith("/") ? cleaned : "/" + cleaned);
  }

  /// Where a stream that the camera names is to be played: its carriage, port and path on the host
  /// that was reached; empty where nothing can be made of it. A certificate that it names itself
  /// proves nothing, and is left out.
  public Optional<RtspAddress> stream(String named) {
    return switch (RtspUrl.read(cleaned(named))) {
      case RtspUrl.Reading.Understood(RtspAddress address, var _) ->
          Optional.of(
              new RtspAddress(
                  address.carriage(),
                  host(),
                  address.port(),
                  address.pathAndQuery(),
                  Optional.empty()));
      case RtspUrl.Reading.Malformed _ -> Optional.empty();
    };
  }

  /// The host that the camera names for a stream, where it is another than the one that was
  /// reached; fit for a log.
  public Optional<String> otherHost(String named) {
    return RtspUrl.read(cleaned(named)) instanceof RtspUrl.Reading.Understood(var address, var _)
            && !address.host().equalsIgnoreCase(host())
        ? Optional.of(Shown.of(address.host()))
        : Optional.empty();
  }

  private Optional<URI> at(int port, String pathAndQuery) {
    String authority = reached.getHost() + (port < 0 ? "" : ":" + port);
    String path = pathAndQuery.startsWith("/") ? pathAndQuery : "/" + pathAndQuery;
    int fragment = path.indexOf('#');
    String kept = UrlParts.escape(fragment < 0 ? path : path.substring(0, fragment));
    String uri = reached.getScheme() + "://" + authority + kept;
    if (uri.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(uri));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int port(@Nullable String text) {
    int port = text == null ? -1 : Integer.parseInt(text);
    return port >= 1 && port <= 65535 ? port : -1;
  }

  private static String cleaned(String named) {
    return named.strip().replace("&amp;", "&");
  }
}
