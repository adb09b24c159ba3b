package io.mashrabiya.bench.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Sockets of a crowd, each household's from an address of its own, as in life: the loopback
/// network has enough of them. Belongs to the crowd's one event loop.
final class CrowdSockets {
  private static final int ADDRESSES = 200;
  private static final int MOST_EACH = 1_000;

  private final List<WebSocketClient> clients = new ArrayList<>();
  private final int port;

  CrowdSockets(Vertx vertx, int port) {
    this.port = port;
    for (int i = 1; i <= ADDRESSES; i++) {
      var options = new WebSocketClientOptions().setMaxConnections(MOST_EACH);
      options.setLocalAddress("127.0.1." + i);
      clients.add(vertx.createWebSocketClient(options));
    }
  }

  Future<WebSocket> open(int household, String path) {
    var to = new WebSocketConnectOptions().setHost("localhost").setPort(port).setURI(path);
    to.setAllowOriginHeader(false); // homes and devices are no browsers
    to.setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"));
    return clients.get(household % ADDRESSES).connect(to);
  }
}
