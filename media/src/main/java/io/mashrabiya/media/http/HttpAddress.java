package io.mashrabiya.media.http;

import io.mashrabiya.media.address.Fingerprint;
import java.time.Duration;
import java.util.Optional;

/// Where a camera gives its pictures over HTTP: a URL without user name and password, so that it
/// may be shown, logged and sent.
///
/// @param host name or address; an IPv6 address without its brackets
/// @param port 1 to 65535
/// @param pathAndQuery what stands behind the authority: empty, or beginning with `/` or `?`
/// @param every how long from one question to the next, where the camera answers each with one
///   picture
/// @param certificate the one that the camera has to show, for a camera that nobody else vouches
///   for; only with [HttpScheme#HTTPS]
public record HttpAddress(
    HttpScheme scheme,
    String host,
    int port,
    String pathAndQuery,
    Duration every,
    Optional<Fingerprint> certificate) {
  /// How often a camera is asked for a picture unless its URL says otherwise.
  public static final Duration EVERY = Duration.ofSeconds(1);

  /// @throws IllegalArgumentException if it could not stand in a request line: see [HttpUrl#read],
  ///   which escapes
  public HttpAddress {
    boolean printable = (host + pathAndQuery).chars().allMatch(c -> c > ' ' && c < 127);
    if (host.isEmpty() || port < 1 || port > 65535 || !printable || !every.isPositive()) {
      throw new IllegalArgumentException("no address of a camera");
    }
    if (certificate.isPresent() && scheme != HttpScheme.HTTPS) {
      throw new IllegalArgumentException("a certificate is shown over TLS only");
    }
  }

  /// A plain `http://` one, asked as often as usual.
  public HttpAddress(String host, int port, String pathAndQuery) {
    this(HttpScheme.HTTP, host, port, pathAndQuery, EVERY, Optional.empty());
  }

  /// The same, asked this often.
  public HttpAddress every(Duration other) {
    return new HttpAddress(scheme, host, port, pathAndQuery, other, certificate);
  }

  /// What stands in the request line (RFC 9112, section 3.2.1).
  String target() {
    return pathAndQuery.startsWith("/") ? pathAndQuery : "/" + pathAndQuery;
  }

  /// Host and port as they stand in `Host`; the port only where it is not the default.
  String authority() {
    String named = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return port == scheme.defaultPort() ? named : named + ":" + port;
  }

  /// The URL as a person types it.
  @Override
  public String toString() {
    String url = scheme.prefix() + authority() + pathAndQuery;
    String often = every.equals(EVERY) ? "" : "every=" + every.toMillis() + "ms";
    String print = certificate.map(Fingerprint::word).orElse("");
    String both = often.isEmpty() || print.isEmpty() ? often + print : often + "&" + print;
    return both.isEmpty() ? url : url + "#" + both;
  }
}
