package io.mashrabiya.wire.link;

import io.mashrabiya.wire.codec.Malformed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a relay is, as a browser writes an origin (RFC 6454 section 6.2): scheme, host in lower
/// case, and the port unless it is the scheme's own. What homes and devices sign is for one origin
/// only.
public record Origin(String text) {
  private static final int MAX_CHARACTERS = 255;
  private static final int MAX_PORT = 65_535;
  private static final Pattern FORM =
      Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(?::([1-9][0-9]{0,4}))?");
  private static final Pattern DEFAULT_PORT = Pattern.compile("http://.*:80|https://.*:443");

  public Origin {
    if (!isOrigin(text)) {
      throw new IllegalArgumentException("not an origin");
    }
  }

  public static Origin parse(String text) throws Malformed {
    if (!isOrigin(text)) {
      throw new Malformed("origin", 0);
    }
    return new Origin(text);
  }

  /// The address of a WebSocket below it.
  public java.net.URI webSocket(String path) {
    return java.net.URI.create(text.replaceFirst("^http", "ws") + path);
  }

  /// Whether the text is one.
  public static boolean isOrigin(String text) {
    Matcher form = FORM.matcher(text);
    return text.length() <= MAX_CHARACTERS
        && form.matches()
        && Host.isHost(form.group(1))
        && (form.group(2) == null || Integer.parseInt(form.group(2)) <= MAX_PORT)
        && !DEFAULT_PORT.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
