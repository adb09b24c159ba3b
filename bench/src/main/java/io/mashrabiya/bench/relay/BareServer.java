package io.mashrabiya.bench.relay;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A process that is a bare Vert.x broadcast, until its input ends: what comes on a WebSocket at
/// `/from` goes to all at `/to`, on one event loop, in the way that Vert.x offers. It knows nobody,
/// keeps nothing and bounds nothing. It says `listening PORT`.
final class BareServer {
  static final String FROM = "/from";
  static final String TO = "/to";
  private static final int MAX_BYTES = 1 << 20;
  private static final long GUARD_SECONDS = 30;

  private final Set<ServerWebSocket> viewers = new LinkedHashSet<>();

  private BareServer() {}

  public static void main(String[] arguments) throws Exception {
    new BareServer().serve();
  }

  private void serve() throws Exception {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    var options =
        new HttpServerOptions()
            .setMaxWebSocketFrameSize(MAX_BYTES)
            .setMaxWebSocketMessageSize(MAX_BYTES)
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false);
    var server =
        vertx
            .createHttpServer(options)
            .webSocketHandler(this::open)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(GUARD_SECONDS, TimeUnit.SECONDS);
    System.out.println("listening " + server.actualPort());
    waitForTheEnd();
    System.exit(0);
  }

  private void open(ServerWebSocket socket) {
    if (socket.path().equals(FROM)) {
      socket.binaryMessageHandler(this::broadcast);
    } else {
      viewers.add(socket);
      socket.closeHandler(closed -> viewers.remove(socket));
    }
  }

  private void broadcast(Buffer message) {
    for (ServerWebSocket viewer : viewers) {
      viewer.writeBinaryMessage(message);
    }
  }

  private static void waitForTheEnd() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
