package io.mashrabiya.relay;

import io.mashrabiya.relay.admit.Gate;
import io.mashrabiya.relay.admit.LinkLimits;
import io.mashrabiya.relay.cache.NewestGroups;
import io.mashrabiya.relay.cache.SealedCache;
import io.mashrabiya.relay.link.Loop;
import io.mashrabiya.relay.link.MetricsPage;
import io.mashrabiya.relay.route.Audience;
import io.mashrabiya.relay.route.Subscribers;
import io.mashrabiya.relay.site.Authority;
import io.mashrabiya.relay.site.Site;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.relay.tls.OwnTls;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.Origin;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The service in the middle, running: it introduces, forwards and caches, can open nothing and
/// decides nothing about who may look.
///
/// Everything it holds belongs to one event loop; the methods here may be called from any other
/// thread and wait for that loop.
public final class Relay implements AutoCloseable {
  private static final Duration GUARD = Duration.ofSeconds(30);
  private static final Duration FAREWELL = Duration.ofSeconds(3);
  private static final long TICK_MILLIS = 250;

  private final Vertx vertx;
  private final Loop loop;
  private final HttpServer server;
  private final Origin origin;
  private final OptionalInt metricsPort;

  private Relay(Vertx vertx, Loop loop, HttpServer server, Origin origin, OptionalInt metricsPort) {
    this.vertx = vertx;
    this.loop = loop;
    this.server = server;
    this.origin = origin;
    this.metricsPort = metricsPort;
  }

  /// Starts a relay, and returns when it listens.
  ///
  /// @throws IOException when the address cannot be listened on
  public static Relay start(RelayOptions options) throws IOException {
    var tally = new Tally();
    return start(
        options, new NewestGroups(options.limits().cache(), tally), new Subscribers(), tally);
  }

  /// Starts a relay that keeps and hands out pictures by the given parts. Proofs give it lying
  /// ones.
  public static Relay start(RelayOptions options, SealedCache cache, Audience audience)
      throws IOException {
    return start(options, cache, audience, new Tally());
  }

  private static Relay start(
      RelayOptions options, SealedCache cache, Audience audience, Tally tally) throws IOException {
    var vertx = Vertx.vertx(oneLoop());
    try {
      var tls = ownTls(vertx, options.front(), tally);
      var serverOptions = serverOptions();
      tls.ifPresent(own -> own.put(serverOptions));
      var server = vertx.createHttpServer(serverOptions);
      // The origin may depend on the port, so the doors are hung when that is known: until then
      // nobody can ask for anything, since no answer of ours was printed yet.
      var doors = new Doors(new Callers(options.front().proxies()));
      server.webSocketHandshakeHandler(doors::knock).requestHandler(doors::serve);
      await(server.listen(options.port(), options.host()));
      var origin = options.origin().orElseGet(() -> origin(tls, server.actualPort()));
      long startNanos = System.nanoTime();
      var loop =
          new Loop(
              new Loop.Parts(
                  origin,
                  options.viewers(),
                  new Gate(origin, options.admission()),
                  cache,
                  audience,
                  options.limits().routes(),
                  options.limits().viewers(),
                  options.limits().links(),
                  options.limits().keepAlive(),
                  tally,
                  () -> Duration.ofNanos(System.nanoTime() - startNanos)));
      var site = site(origin, options);
      onLoop(
          vertx,
          () -> {
            doors.hang(loop, site);
            tls.ifPresent(own -> own.follow(server));
            vertx.setPeriodic(TICK_MILLIS, timer -> loop.tick());
            return true;
          });
      return new Relay(vertx, loop, server, origin, metrics(vertx, loop, options.metricsPort()));
    } catch (IOException | RuntimeException e) {
      vertx.close();
      throw e;
    }
  }

  /// Where browsers and homes reach it.
  public Origin origin() {
    return origin;
  }

  public int port() {
    return server.actualPort();
  }

  /// Where `/metrics` is, on the loopback address, if it was asked for.
  public OptionalInt metricsPort() {
    return metricsPort;
  }

  /// Takes one household more from now on.
  public void admit(HouseholdId household) {
    try {
      onLoop(
          vertx,
          () -> {
            loop.admit(household);
            return true;
          });
    } catch (IOException e) {
      throw new IllegalStateException("the relay is closed", e);
    }
  }

  /// Says goodbye to all links and stops. Blocks until the port is free.
  @Override
  public void close() {
    try {
      onLoop(
          vertx,
          () -> {
            loop.close();
            return true;
          });
      await(server.shutdown(FAREWELL.toMillis(), TimeUnit.MILLISECONDS));
      await(vertx.close());
    } catch (IOException e) {
      vertx.close();
    }
  }

  /// This machine, or with TLS of its own the name that the certificate is for.
  private static Origin origin(Optional<OwnTls> tls, int port) {
    String scheme = tls.isPresent() ? "https" : "http";
    int usual = tls.isPresent() ? 443 : 80;
    String host = tls.flatMap(own -> own.identity().hostName()).orElse("localhost");
    return new Origin(scheme + "://" + host + (port == usual ? "" : ":" + port));
  }

  private static Optional<OwnTls> ownTls(Vertx vertx, Front front, Tally tally) throws IOException {
    return front.tls().isPresent()
        ? Optional.of(
            OwnTls.read(
                vertx,
                front.tls().get(),
                () -> tally.add(Count.CERTIFICATES_RENEWED),
                () -> tally.add(Count.CERTIFICATES_REFUSED)))
        : Optional.empty();
  }

  private static Site site(Origin origin, RelayOptions options) throws IOException {
    var front = options.front();
    var authority =
        front.authority().isPresent()
            ? Optional.of(Authority.read(front.authority().get()))
            : Optional.<Authority>empty();
    return new Site(
        origin,
        options.site(),
        Relay.class.getClassLoader(),
        new Site.Access(front.tls().isPresent(), !front.proxies().isNone(), authority));
  }

  private static VertxOptions oneLoop() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(2)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
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

  private static OptionalInt metrics(Vertx vertx, Loop loop, OptionalInt port) throws IOException {
    if (port.isEmpty()) {
      return port;
    }
    var door = new MetricsDoor(new MetricsPage(loop));
    var server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .requestHandler(door::serve);
    try {
      await(server.listen(port.getAsInt(), "127.0.0.1"));
    } catch (IOException e) {
      throw new IOException("port " + port.getAsInt() + " for metrics: " + e.getMessage(), e);
    }
    return OptionalInt.of(server.actualPort());
  }

  private static <T> T onLoop(Vertx vertx, Callable<T> work) throws IOException {
    return await(
        Future.future(promise ->
            vertx.runOnContext(start -> {
              try {
                promise.complete(work.call());
              } catch (Exception e) {
                promise.fail(e);
              }
            })));
  }

  private static <T> T await(Future<T> future) throws IOException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(GUARD.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("the relay's loop does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
