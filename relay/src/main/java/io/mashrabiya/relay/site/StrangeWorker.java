package io.mashrabiya.relay.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpServerRequest;

/// A service worker that is not the viewer's. A browser that asks for its script was served other
/// code from this origin once, which answers for every page since: it gets one that goes. With
/// anything else, or nothing, it would keep what it has (Service Workers, "Update").
///
/// Non-guarantee: what that code has read or sent by then, nobody takes back.
final class StrangeWorker {
  /// The only one that the viewer has.
  private static final String OWN = "/sw.js";

  /// It loads the pages anew.
  static final String POLICY = "default-src 'none'; connect-src 'self'";

  private static final byte[] LEAVING = Resources.text("leaving.js").getBytes(UTF_8);

  private StrangeWorker() {}

  /// Whether the browser asks for the script of a service worker.
  static boolean isWorker(HttpServerRequest request) {
    return "script".equals(request.getHeader("Service-Worker"));
  }

  static boolean isAskedFor(HttpServerRequest request) {
    return isWorker(request) && !OWN.equals(request.path());
  }

  static Answer leaving() {
    return new Answer("text/javascript", LEAVING);
  }
}
