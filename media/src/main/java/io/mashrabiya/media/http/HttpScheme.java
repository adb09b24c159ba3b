package io.mashrabiya.media.http;

/// Whether a camera is called openly or over TLS, told by the scheme of its URL.
public enum HttpScheme {
  /// Readable by everybody on the way.
  HTTP("http", 80),
  /// Over TLS.
  HTTPS("https", 443);

  private final String scheme;
  private final int defaultPort;

  HttpScheme(String scheme, int defaultPort) {
    this.scheme = scheme;
    this.defaultPort = defaultPort;
  }

  /// The port of URLs that name none (RFC 9110, section 4.2).
  public int defaultPort() {
    return defaultPort;
  }

  /// What such a URL begins with, in lower case.
  public String prefix() {
    return scheme + "://";
  }
}
