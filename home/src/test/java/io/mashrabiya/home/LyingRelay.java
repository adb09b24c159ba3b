package io.mashrabiya.home;

import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.Origin;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// A relay that asks homes to sign for an origin that is not its own.
final class LyingRelay implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private LyingRelay(Origin claimed) throws Exception {
    var ask = new HomeHears.Ask(Challenge.random(new SecureRandom()), claimed);
    server =
        vertx
            .createHttpServer()
            .webSocketHandler(socket -> {
              socket.textMessageHandler(heard::add);
              socket.writeTextMessage(ask.text());
            })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
  }

  static LyingRelay claiming(Origin origin) throws Exception {
    return new LyingRelay(origin);
  }

  Origin origin() {
    return new Origin("http://127.0.0.1:" + server.actualPort());
  }

  List<String> heard() {
    return heard;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
