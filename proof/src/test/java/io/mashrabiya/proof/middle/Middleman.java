package io.mashrabiya.proof.middle;

import io.mashrabiya.proof.world.Door;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Stands between a real relay and everybody else, so that the two together are a relay that lies:
/// every message of every link, and every file of the viewer, goes through a [Mischief]. Homes and
/// devices take it for the relay, whose configured origin is this one's.
public final class Middleman implements AutoCloseable {
  private static final String RELAY_HOST = "127.0.0.1";
  private static final int GUARD_SECONDS = 30;

  private final Vertx vertx;
  private final HttpServer server;
  private final HttpClient files;
  private final WebSocketClient sockets;
  private final Mischief mischief;
  private volatile int relayPort;

  private Middleman(Vertx vertx, Mischief mischief) {
    this.vertx = vertx;
    this.mischief = mischief;
    this.files = vertx.createHttpClient();
    this.sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(MediaMessage.MAX_BYTES)
                .setMaxMessageSize(MediaMessage.MAX_BYTES)
                .setMaxConnections(1_000));
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setMaxWebSocketFrameSize(MediaMessage.MAX_BYTES)
                    .setMaxWebSocketMessageSize(MediaMessage.MAX_BYTES)
                    .setHttp2ClearTextEnabled(false))
            .requestHandler(this::fetch)
            .webSocketHandler(this::carry);
  }

  /// Listens, and takes nobody yet.
  public static Middleman listen(Mischief mischief) throws Exception {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    var middleman = new Middleman(vertx, mischief);
    mischief.stands(middleman);
    await(middleman.server.listen(0, RELAY_HOST));
    return middleman;
  }

  /// By which everybody reaches it.
  public Origin origin() {
    return new Origin("http://localhost:" + server.actualPort());
  }

  /// From now on carries everything to and from the relay at this port.
  public void standBefore(int port) {
    relayPort = port;
  }

  /// Does it on the thread on which everything passes, as soon as that may be. Any thread.
  public void soon(Runnable deed) {
    vertx.runOnContext(now -> deed.run());
  }

  /// The same, later.
  public void after(Duration delay, Runnable deed) {
    vertx.setTimer(Math.max(1, delay.toMillis()), timer -> deed.run());
  }

  private static Door door(String path) {
    return switch (path) {
      case "/v1/home" -> Door.HOME;
      case "/v1/home/media" -> Door.HOME_MEDIA;
      case "/v1/device" -> Door.DEVICE;
      case "/v1/device/media" -> Door.DEVICE_MEDIA;
      default -> throw new IllegalArgumentException("the relay has no door " + path);
    };
  }

  private void carry(ServerWebSocket party) {
    party.pause();
    var options =
        new WebSocketConnectOptions()
            .setHost(RELAY_HOST)
            .setPort(relayPort)
            .setURI(party.path())
            .addHeader(
                "Host", "localhost:" + server.actualPort()) // which the relay takes for itself
            .setAllowOriginHeader(false); // only browsers send one, and theirs is passed on
    String origin = party.headers().get("Origin");
    if (origin != null) {
      options.addHeader("Origin", origin);
    }
    sockets
        .connect(options)
        .onFailure(unreachable -> party.close())
        .onSuccess(relay -> {
          var passage = new Passage(vertx, door(party.path()), party, relay);
          if (party.isClosed()) {
            passage.end();
            return;
          }
          party
              .textMessageHandler(text -> mischief.toRelay(passage, new Message.Text(text)))
              .binaryMessageHandler(
                  bytes -> mischief.toRelay(passage, new Message.Bytes(bytes.getBytes())))
              .closeHandler(closed -> passage.end());
          relay
              .textMessageHandler(text -> mischief.fromRelay(passage, new Message.Text(text)))
              .binaryMessageHandler(
                  bytes -> mischief.fromRelay(passage, new Message.Bytes(bytes.getBytes())))
              .closeHandler(closed -> mischief.ended(passage));
          party.resume();
        });
  }

  private void fetch(HttpServerRequest request) {
    files
        .request(request.method(), relayPort, RELAY_HOST, request.uri())
        .compose(asking -> {
          asking.headers().setAll(request.headers()).remove("Accept-Encoding");
          return asking.send();
        })
        .compose(answer ->
            answer
                .body()
                .compose(body -> {
                  byte[] file = mischief.file(request.path(), body.getBytes());
                  var response = request.response().setStatusCode(answer.statusCode());
                  response.headers().setAll(answer.headers()).remove("Content-Length");
                  return response.end(Buffer.buffer(file));
                }))
        .onFailure(failed -> request.response().setStatusCode(502).end());
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(GUARD_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    try {
      await(vertx.close());
    } catch (Exception e) {
      throw new IllegalStateException("the middleman does not end", e);
    }
  }
}
