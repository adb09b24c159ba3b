package io.mashrabiya.relay;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.relay.admit.LinkLimits;
import io.mashrabiya.relay.link.EventLoop;
import io.mashrabiya.relay.link.Loop;
import io.mashrabiya.relay.link.MetricsPage;
import io.mashrabiya.relay.tls.OwnTls;
import io.mashrabiya.words.Told;
import io.mashrabiya.words.ToldException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// The ports on which a relay listens. It can stop to listen while its links go on, for another
/// process to listen there. Methods block, so are not to be called on the loop; by one thread.
final class Doorway {
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  /// Longer than any link is to be kept by a relay that listens no more.
  private static final Duration STAY = Duration.ofDays(1);

  private final Vertx vertx;
  private final Doors doors;
  private final Optional<OwnTls> tls;
  private volatile HttpServer server; // the loop looks
  private Optional<HttpServer> metrics = Optional.empty();

  /// @param tls what it speaks; empty: plain HTTP
  Doorway(Vertx vertx, Doors doors, Optional<OwnTls> tls) {
    this.vertx = vertx;
    this.doors = doors;
    this.tls = tls;
    this.server = newServer();
  }

  void listen(String host, int port) throws IOException {
    EventLoop.await(server.listen(port, host));
  }

  void showMetrics(Loop loop, OptionalInt port) throws IOException {
    if (port.isEmpty()) {
      return;
    }
    var door = new MetricsDoor(new MetricsPage(loop));
    var page =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .requestHandler(door::serve);
    try {
      EventLoop.await(page.listen(port.getAsInt(), "127.0.0.1"));
    } catch (IOException e) {
      throw new ToldException(say("port {0} for metrics: {1}", port.getAsInt(), Told.of(e)), e);
    }
    metrics = Optional.of(page);
  }

  /// The one that listens now.
  HttpServer server() {
    return server;
  }

  int port() {
    return server.actualPort();
  }

  OptionalInt metricsPort() {
    return metrics.isPresent() ? OptionalInt.of(metrics.get().actualPort()) : OptionalInt.empty();
  }

  /// Nobody new comes in. What is linked stays, until it ends or the relay does.
  void shut() throws IOException {
    if (metrics.isPresent()) {
      EventLoop.await(metrics.get().close());
      metrics = Optional.empty();
    }
    var _ = server.shutdown(STAY.toSeconds(), TimeUnit.SECONDS);
  }

  /// After it could not listen: may try again.
  void renew() {
    server = newServer();
  }

  /// After it was shut: listens anew.
  void reopen(String host, int port) throws IOException {
    server = newServer();
    listen(host, port);
  }

  /// Ends, after the links had a little time for their goodbyes.
  void close() throws IOException {
    EventLoop.await(server.shutdown(FAREWELL.toMillis(), TimeUnit.MILLISECONDS));
  }

  private HttpServer newServer() {
    var options = serverOptions();
    tls.ifPresent(own -> own.put(options));
    return vertx
        .createHttpServer(options)
        .webSocketHandshakeHandler(doors::knock)
        .requestHandler(doors::serve);
  }

  private static HttpServerOptions serverOptions() {
    return new HttpServerOptions()
        .setMaxInitialLineLength(4_096)
        .setMaxHeaderSize(16_384)
        .setMaxChunkSize(8_192)
        .setMaxWebSocketFrameSize(LinkLimits.HELLO_BYTES)
        .setMaxWebSocketMessageSize(LinkLimits.HELLO_BYTES)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout(2)
        .setHttp2ClearTextEnabled(false)
        .setIdleTimeout(60)
        .setTcpNoDelay(true)
        .setAcceptBacklog(1_024);
  }
}
