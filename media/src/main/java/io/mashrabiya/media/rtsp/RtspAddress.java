package io.mashrabiya.media.rtsp;

import io.mashrabiya.media.address.Fingerprint;
import java.util.Optional;

/// Where a stream is and how it is carried: an RTSP URL without user name and password, so that it
/// may be shown, logged and sent.
///
/// @param host name or address; an IPv6 address without its brackets
/// @param port 1 to 65535
/// @param pathAndQuery what stands behind the authority, as typed: empty, or beginning with `/` or
///   `?`
/// @param certificate the one that the camera has to show, for a camera that nobody else vouches
///   for; only with [Carriage#TLS]
public record RtspAddress(
    Carriage carriage,
    String host,
    int port,
    String pathAndQuery,
    Optional<Fingerprint> certificate) {

  /// @throws IllegalArgumentException if the URL could not stand in a request line: see
  ///   [RtspUrl#read], which escapes
  public RtspAddress {
    boolean printable = (host + pathAndQuery).chars().allMatch(c -> c > ' ' && c < 127);
    if (host.isEmpty() || port < 1 || port > 65535 || !printable) {
      throw new IllegalArgumentException("no address of a stream");
    }
    if (certificate.isPresent() && carriage != Carriage.TLS) {
      throw new IllegalArgumentException("a certificate is shown over TLS only");
    }
  }

  /// A plain `rtsp://` one.
  public RtspAddress(String host, int port, String pathAndQuery) {
    this(Carriage.ANY, host, port, pathAndQuery, Optional.empty());
  }

  /// The URL as it stands in requests. Names the port only where it is not the default, because
  /// some cameras compare.
  public String url() {
    return url(carriage.requestPrefix());
  }

  /// The URL as a person types it.
  @Override
  public String toString() {
    return url(carriage.prefix()) + certificate.map(print -> "#" + print.word()).orElse("");
  }

  private String url(String prefix) {
    String authority = host.indexOf(':') < 0 ? host : "[" + host + "]";
    String explicit = port == carriage.defaultPort() ? "" : ":" + port;
    return prefix + authority + explicit + pathAndQuery;
  }
}
