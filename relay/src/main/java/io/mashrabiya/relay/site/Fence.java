package io.mashrabiya.relay.site;

import io.mashrabiya.wire.link.Origin;
import io.vertx.core.MultiMap;

/// The headers that fence the viewer in: it runs nothing and talks to nobody but what it was served
/// with, is framed by nobody and tells nobody where it is.
final class Fence {
  private static final String YEAR = "max-age=31536000";

  private final String policy;
  private final boolean isStrict;

  /// @param isTlsOwn whether the relay itself speaks TLS
  Fence(Origin own, boolean isTlsOwn) {
    // Browsers keep it for a host whatever the port (RFC 6797, section 8.2), so it is for whoever
    // has
    // the host's own https, and never for the many servers that `localhost` is.
    isStrict = isTlsOwn && !own.text().matches("https://(localhost|\\[.*|[0-9.]+)|.*:[0-9]+");
    // Not every browser takes 'self' for the WebSockets of its own origin.
    String webSockets = own.text().replaceFirst("^http", "ws");
    policy =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob:",
            "font-src 'self'",
            "connect-src 'self' " + webSockets,
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types lit-html mashrabiya mashrabiya-offline");
  }

  void putUp(MultiMap headers) {
    headers
        .set("Content-Security-Policy", policy)
        .set("Referrer-Policy", "no-referrer")
        .set("X-Content-Type-Options", "nosniff")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Permissions-Policy", "geolocation=(), camera=(), payment=(), usb=()");
    if (isStrict) {
      headers.set("Strict-Transport-Security", YEAR);
    }
  }
}
