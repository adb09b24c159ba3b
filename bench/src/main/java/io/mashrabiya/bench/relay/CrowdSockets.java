package io.mashrabiya.bench.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.SocketAddress;

/// Sockets of a crowd. Belongs to the crowd's one event loop.
final class CrowdSockets {
  private static final int MOST = 50_000;

  private final WebSocketClient client;
  private final int port;

  CrowdSockets(Vertx vertx, int port) {
    this.port = port;
    client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST));
  }

  Future<WebSocket> open(String path) {
    var to = new WebSocketConnectOptions().setHost("localhost").setPort(port).setURI(path);
    to.setAllowOriginHeader(false); // homes and devices are no browsers
    to.setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"));
    return client.connect(to);
  }
}
