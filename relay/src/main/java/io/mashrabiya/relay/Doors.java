package io.mashrabiya.relay;

import io.mashrabiya.relay.link.Loop;
import io.mashrabiya.relay.site.Site;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocketHandshake;
import org.jspecify.annotations.Nullable;

/// What the port leads to. There is nothing behind it before the port, and with it the relay's own
/// origin, is known. Belongs to the event loop.
final class Doors {
  private static final int NOT_YET = 503;
  private static final int MISDIRECTED = 421;

  private final Callers callers;
  private @Nullable Loop loop;
  private @Nullable Site site;

  Doors(Callers callers) {
    this.callers = callers;
  }

  void hang(Loop newLoop, Site newSite) {
    loop = newLoop;
    site = newSite;
  }

  void knock(ServerWebSocketHandshake handshake) {
    if (loop == null || site == null) {
      handshake.reject(NOT_YET);
    } else if (!site.names(handshake.headers().get("Host"))) {
      handshake.reject(MISDIRECTED);
    } else {
      var caller = callers.of(handshake.remoteAddress(), handshake.headers());
      loop.knock(handshake, Callers.neighbourhood(caller));
    }
  }

  void serve(HttpServerRequest request) {
    if (site == null) {
      request.response().setStatusCode(NOT_YET).end();
    } else {
      site.serve(request, callers.of(request.remoteAddress(), request.headers()));
    }
  }
}
