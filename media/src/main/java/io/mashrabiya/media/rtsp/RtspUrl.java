package io.mashrabiya.media.rtsp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// Takes the URL that a person typed apart, at the edge: the address goes one way, the credentials
/// another.
///
/// The scheme says how the camera is called ([Carriage]); behind `#sha256=` an `rtsps` URL may name
/// the certificate that the camera has to show. Any other fragment is left out.
///
/// Leniencies: the scheme in any case, spaces around the whole, no path, an unescaped `@` in the
/// password, characters in the path that ought to be escaped (they are escaped then).
public final class RtspUrl {
  /// The longest URL taken.
  public static final int MOST_CHARACTERS = 2048;

  private static final String NAME_OR_IPV4 = "[0-9A-Za-z._-]+";

  /// With at least one colon; a zone may follow.
  private static final String IPV6 = "[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(%[0-9A-Za-z._-]+)?";

  private static final String CERTIFICATE = "sha256=";

  private final String url;
  private final Carriage carriage;
  private final int authorityStart;

  private RtspUrl(String url, Carriage carriage) {
    this.url = url;
    this.carriage = carriage;
    this.authorityStart = carriage.prefix().length();
  }

  /// What reading one came to. No message repeats any part of the URL, which may hold a password.
  public sealed interface Reading {
    /// A URL that can be called.
    record Understood(RtspAddress address, Optional<Credentials> credentials) implements Reading {
      @Override
      public String toString() {
        return "Understood[" + address + "]";
      }
    }

    /// A URL that cannot.
    ///
    /// @param offset the character at fault, from 0
    /// @param remedy what to write there instead, for a person
    record Malformed(int offset, String remedy) implements Reading {}
  }

  /// Takes one apart.
  public static Reading read(String typed) {
    String url = typed.strip();
    if (url.length() > MOST_CHARACTERS) {
      return malformed(MOST_CHARACTERS, "a camera's URL has at most 2048 characters");
    }
    Optional<Carriage> carriage = Carriage.of(url);
    if (carriage.isEmpty()) {
      return malformed(0, "a camera's URL begins with rtsp:// or rtsps://");
    }
    if (Credentials.hasControl(url)) {
      return malformed(0, "take the line break or other control character out of the URL");
    }
    return new RtspUrl(url, carriage.get()).read();
  }

  private Reading read() {
    int end = authorityStart;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    int at = url.lastIndexOf('@', end - 1);
    int hostOffset = at < authorityStart ? authorityStart : at + 1;
    Optional<Credentials> credentials = Optional.empty();
    if (hostOffset > authorityStart) {
      credentials = credentials(url.substring(authorityStart, at));
      if (credentials.isEmpty()) {
        return malformed(
            authorityStart,
            "in the user name and password write % as %25, and nothing that is no UTF-8 text");
      }
    }
    return hostAndPort(hostOffset, end, credentials);
  }

  private static Optional<Credentials> credentials(String userInfo) {
    int colon = userInfo.indexOf(':');
    Optional<String> user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
    Optional<String> password = decode(colon < 0 ? "" : userInfo.substring(colon + 1));
    if (user.isEmpty() || password.isEmpty()) {
      return Optional.empty();
    }
    if (Credentials.hasControl(user.get()) || Credentials.hasControl(password.get())) {
      return Optional.empty();
    }
    return Optional.of(new Credentials(user.get(), password.get()));
  }

  private Reading hostAndPort(int offset, int end, Optional<Credentials> credentials) {
    int bracket = url.startsWith("[", offset) ? url.indexOf(']', offset) : -1;
    int hostEnd = bracket > 0 ? bracket + 1 : url.indexOf(':', offset);
    if (hostEnd < 0 || hostEnd > end) {
      hostEnd = end;
    }
    String host = bracket > 0 ? url.substring(offset + 1, bracket) : url.substring(offset, hostEnd);
    if (!host.matches(bracket > 0 ? IPV6 : NAME_OR_IPV4)) {
      return malformed(
          offset,
          "name the camera's host or address there; in a password write / as %2F, ? as %3F");
    }
    int port = port(url.substring(hostEnd, end));
    if (port < 0) {
      return malformed(hostEnd, "a port is a number from 1 to 65535; in a password write / as %2F");
    }
    int fragment = url.indexOf('#', end);
    Optional<Fingerprint> certificate = Optional.empty();
    if (carriage == Carriage.TLS && fragment >= 0) {
      certificate = certificate(url.substring(fragment + 1));
      if (certificate.isEmpty()) {
        return malformed(
            fragment, "behind # stands sha256= and the 64 digits of the camera's certificate");
      }
    }
    String path = escape(url.substring(end, fragment < 0 ? url.length() : fragment));
    var address = new RtspAddress(carriage, host, port, path, certificate);
    if (address.toString().length() > MOST_CHARACTERS) {
      return malformed(end, "with what must be escaped in it, a URL has at most 2048 characters");
    }
    return new Reading.Understood(address, credentials);
  }

  private static Optional<Fingerprint> certificate(String fragment) {
    return fragment.startsWith(CERTIFICATE)
        ? Fingerprint.read(fragment.substring(CERTIFICATE.length()))
        : Optional.empty();
  }

  private int port(String text) {
    if (text.isEmpty()) {
      return carriage.defaultPort();
    }
    if (!text.matches(":[0-9]{1,5}")) {
      return -1;
    }
    int port = Integer.parseInt(text.substring(1));
    return port >= 1 && port <= 65535 ? port : -1;
  }

  /// A text with everything escaped that cannot stand in a request line.
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 127 && b != '"' && b != '<' && b != '>') {
        escaped.append((char) b);
      } else {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return escaped.toString();
  }

  private static Optional<String> decode(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] raw = escaped.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        bytes.write(raw[i]);
      } else if (i + 2 < raw.length
          && HexFormat.isHexDigit(raw[i + 1])
          && HexFormat.isHexDigit(raw[i + 2])) {
        bytes.write((HexFormat.fromHexDigit(raw[i + 1]) << 4) | HexFormat.fromHexDigit(raw[i + 2]));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    try {
      ByteBuffer decoded = ByteBuffer.wrap(bytes.toByteArray());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(decoded).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Reading malformed(int offset, String remedy) {
    return new Reading.Malformed(offset, remedy);
  }
}
