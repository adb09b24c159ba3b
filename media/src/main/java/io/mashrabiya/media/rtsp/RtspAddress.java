package io.mashrabiya.media.rtsp;

/// Where a stream is: an RTSP URL without user name and password, so that it may be shown, logged
/// and sent.
///
/// @param host name or address; an IPv6 address without its brackets
/// @param port 1 to 65535
/// @param pathAndQuery what stands behind the authority, as typed: empty, or beginning with `/` or
///   `?`
public record RtspAddress(String host, int port, String pathAndQuery) {
  /// The port of URLs that name none (RFC 2326, section 3.2).
  public static final int DEFAULT_PORT = 554;

  /// @throws IllegalArgumentException if the URL could not stand in a request line: see
  ///   [RtspUrl#read], which escapes
  public RtspAddress {
    boolean printable = (host + pathAndQuery).chars().allMatch(c -> c > ' ' && c < 127);
    if (host.isEmpty() || port < 1 || port > 65535 || !printable) {
      throw new IllegalArgumentException("no address of a stream");
    }
  }

  /// The URL as it stands in requests. Names the port only where it is not the default, because
  /// some cameras compare.
  public String url() {
    String authority = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return "rtsp://" + authority + (port == DEFAULT_PORT ? "" : ":" + port) + pathAndQuery;
  }

  @Override
  public String toString() {
    return url();
  }
}
