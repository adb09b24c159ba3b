package io.mashrabiya.media.rtsp;

import java.util.Locale;
import java.util.Optional;

/// How a camera's session and its media are carried, told by the scheme of its URL.
public enum Carriage {
  /// Media over the RTSP connection itself, or over UDP where the camera refuses that.
  ANY("rtsp", 554),
  /// Media over the RTSP connection itself, and no other way.
  TCP("rtspt", 554),
  /// Media over UDP.
  UDP("rtspu", 554),
  /// Everything over two HTTP connections, for cameras behind a proxy or an odd firewall.
  HTTP("rtsph", 80),
  /// Everything over one TLS connection.
  TLS("rtsps", 322);

  private static final String SEPARATOR = "://";

  private final String scheme;
  private final int defaultPort;

  Carriage(String scheme, int defaultPort) {
    this.scheme = scheme;
    this.defaultPort = defaultPort;
  }

  /// The port of URLs that name none (RFC 2326, section 3.2; `rtsps` has 322 with IANA).
  public int defaultPort() {
    return defaultPort;
  }

  /// What the URL of such a camera begins with, as a person types it.
  String prefix() {
    return scheme + SEPARATOR;
  }

  /// What the URL begins with in requests: how it is carried is our affair, but for TLS.
  String requestPrefix() {
    return (this == TLS ? scheme : ANY.scheme) + SEPARATOR;
  }

  /// The one whose prefix the URL begins with, in whatever case.
  static Optional<Carriage> of(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    for (Carriage carriage : values()) {
      if (lower.startsWith(carriage.prefix())) {
        return Optional.of(carriage);
      }
    }
    return Optional.empty();
  }
}
