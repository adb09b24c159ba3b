package io.mashrabiya.media.address;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/// What stands behind the scheme of a camera's URL (RFC 3986, section 3), whatever the scheme.
///
/// Leniencies: no path, an unescaped `@` in the password, characters in the path that ought to be
/// escaped (they are escaped then).
///
/// @param host name or address; an IPv6 address without its brackets
/// @param port 1 to 65535, where one is named
/// @param pathAndQuery empty, or beginning with `/` or `?`; fit for a request line
/// @param fragment what stands behind `#`, as typed
/// @param fragmentOffset where `#` stands, in characters from 0; of no meaning without a fragment
public record UrlParts(
    Optional<Credentials> credentials,
    String host,
    OptionalInt port,
    String pathAndQuery,
    Optional<String> fragment,
    int fragmentOffset) {
  /// The longest URL taken.
  public static final int MOST_CHARACTERS = 2048;

  private static final String NAME_OR_IPV4 = "[0-9A-Za-z._-]+";

  /// With at least one colon; a zone may follow.
  private static final String IPV6 = "[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(%[0-9A-Za-z._-]+)?";

  /// What taking one apart came to. No message repeats any part of the URL, which may hold a
  /// password.
  public sealed interface Reading {
    /// It could be.
    record Understood(UrlParts parts) implements Reading {}

    /// It could not.
    ///
    /// @param offset the character at fault, from 0
    /// @param remedy what to write there instead, for a person
    record Malformed(int offset, Sentence remedy) implements Reading {}
  }

  /// Takes apart a URL without spaces around it.
  ///
  /// @param authorityStart where its scheme and `://` end
  public static Reading read(String url, int authorityStart) {
    if (url.length() > MOST_CHARACTERS) {
      return new Reading.Malformed(
          MOST_CHARACTERS, say("a camera's URL has at most 2048 characters"));
    }
    if (Credentials.hasControl(url)) {
      return new Reading.Malformed(
          0, say("take the line break or other control character out of the URL"));
    }
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
        return new Reading.Malformed(
            authorityStart,
            say(
                "in the user name and password write {0} as {1}, and nothing that is no UTF-8 text",
                "%", "%25"));
      }
    }
    return hostAndPort(url, authorityStart, hostOffset, end, credentials);
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

  private static Reading hostAndPort(
      String url, int authorityStart, int offset, int end, Optional<Credentials> credentials) {
    int bracket = url.startsWith("[", offset) ? url.indexOf(']', offset) : -1;
    int hostEnd = bracket > 0 ? bracket + 1 : url.indexOf(':', offset);
    if (hostEnd < 0 || hostEnd > end) {
      hostEnd = end;
    }
    String host = bracket > 0 ? url.substring(offset + 1, bracket) : url.substring(offset, hostEnd);
    if (!host.matches(bracket > 0 ? IPV6 : NAME_OR_IPV4)) {
      return new Reading.Malformed(
          offset,
          say(
              "name the camera's host or address there; in a password write {0} as {1}, {2} as {3}",
              "/", "%2F", "?", "%3F"));
    }
    String typedPort = url.substring(hostEnd, end);
    OptionalInt port = port(typedPort);
    if (port.isEmpty() && !typedPort.isEmpty()) {
      return new Reading.Malformed(
          hostEnd,
          say("a port is a number from 1 to 65535; in a password write {0} as {1}", "/", "%2F"));
    }
    int hash = url.indexOf('#', end);
    String path = escape(url.substring(end, hash < 0 ? url.length() : hash));
    Optional<String> fragment = hash < 0 ? Optional.empty() : Optional.of(url.substring(hash + 1));
    int behind = hash < 0 ? 0 : url.length() - hash;
    if (end - offset + path.length() + behind > MOST_CHARACTERS - authorityStart) {
      return new Reading.Malformed(
          end, say("with what must be escaped in it, a URL has at most 2048 characters"));
    }
    return new Reading.Understood(
        new UrlParts(credentials, host, port, path, fragment, Math.max(hash, 0)));
  }

  private static OptionalInt port(String text) {
    if (!text.matches(":[0-9]{1,5}")) {
      return OptionalInt.empty();
    }
    int port = Integer.parseInt(text.substring(1));
    return port >= 1 && port <= 65535 ? OptionalInt.of(port) : OptionalInt.empty();
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
}
