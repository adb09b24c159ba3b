package io.mashrabiya.relay.site;

import io.mashrabiya.relay.proxy.Caller;
import io.mashrabiya.wire.link.Origin;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether the page that asks will have cryptography: browsers give it to https, and to this
/// machine (W3C Secure Contexts, section 3.1). Pure.
///
/// @param own the relay's origin
/// @param isTlsOwn whether the relay speaks TLS itself
/// @param hasProxies whether a proxy is named; if none is, an https origin is taken to be behind
///   one that nobody named
record Cryptography(Origin own, boolean isTlsOwn, boolean hasProxies) {
  private static final Pattern LOOPBACK =
      Pattern.compile("(([a-z0-9-]+\\.)*localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

  /// @param host the `Host` header
  boolean isGiven(Caller caller, String host) {
    String authority = host.toLowerCase(Locale.ROOT);
    if (isTlsOwn || LOOPBACK.matcher(authority).matches()) {
      return true;
    }
    if (caller.isByProxy()) {
      return caller.scheme().orElse(schemeOf(own)).equals("https");
    }
    return !hasProxies && own.text().equals("https://" + authority);
  }

  private static String schemeOf(Origin origin) {
    return origin.text().substring(0, origin.text().indexOf(':'));
  }
}
