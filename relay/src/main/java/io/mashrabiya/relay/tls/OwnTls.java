package io.mashrabiya.relay.tls;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A relay's TLS of its own, while it runs. A certificate that is renewed in its files is shown to
/// whoever connects from then on; links go on. One that cannot be used changes nothing, and is
/// said.
public final class OwnTls {
  private static final Logger LOG = System.getLogger("io.mashrabiya.relay");
  private static final long LOOK_MILLIS = 1_000;

  private final Vertx vertx;
  private final TlsFiles files;
  private final TlsWatch watch;
  private final Runnable renewed;
  private final Runnable refused;
  private TlsIdentity identity;

  private OwnTls(
      Vertx vertx,
      TlsFiles files,
      TlsWatch watch,
      TlsIdentity identity,
      Runnable renewed,
      Runnable refused) {
    this.vertx = vertx;
    this.files = files;
    this.watch = watch;
    this.identity = identity;
    this.renewed = renewed;
    this.refused = refused;
  }

  /// Reads the files. Blocks.
  ///
  /// @param renewed called on the loop for each certificate that is taken later
  /// @param refused called on the loop for each one that is not
  /// @throws TlsRefused when they cannot be used
  public static OwnTls read(Vertx vertx, TlsFiles files, Runnable renewed, Runnable refused)
      throws TlsRefused {
    var watch = new TlsWatch(files);
    var identity = TlsIdentity.read(files, vertx, Instant.now());
    warn(identity.warnings());
    return new OwnTls(vertx, files, watch, identity, renewed, refused);
  }

  public TlsIdentity identity() {
    return identity;
  }

  /// Has a server that is yet to be made speak TLS. HTTP/1.1 alone: WebSockets are its.
  public void put(HttpServerOptions options) {
    var own = identity.options();
    options
        .setSsl(true)
        .setUseAlpn(false)
        .setKeyCertOptions(own.getKeyCertOptions())
        .setEnabledSecureTransportProtocols(own.getEnabledSecureTransportProtocols())
        .setSslHandshakeTimeout(own.getSslHandshakeTimeout())
        .setSslHandshakeTimeoutUnit(own.getSslHandshakeTimeoutUnit());
  }

  /// Keeps a server that listens up to date. To be called on the loop.
  ///
  /// @param server the one that listens when it is asked
  public void follow(Supplier<HttpServer> server) {
    vertx.setPeriodic(
        LOOK_MILLIS,
        timer ->
            vertx
                .executeBlocking(this::look)
                .onComplete(newer -> newer.ifPresent(one -> use(server.get(), one)), this::stay));
  }

  private Optional<TlsIdentity> look() throws TlsRefused {
    return watch.hasChanged()
        ? Optional.of(TlsIdentity.read(files, vertx, Instant.now()))
        : Optional.empty();
  }

  private void use(HttpServer server, TlsIdentity newer) {
    server
        .updateSSLOptions(newer.options(), true)
        .onComplete(
            done -> {
              identity = newer;
              warn(newer.warnings());
              LOG.log(
                  Level.INFO,
                  "The certificate was renewed; it ends at {0}.",
                  newer.certificate().getNotAfter().toInstant());
              renewed.run();
            },
            this::stay);
  }

  private void stay(Throwable why) {
    LOG.log(
        Level.WARNING,
        "The new certificate is not used, the old one stays: {0}.",
        why.getMessage());
    refused.run();
  }

  private static void warn(List<String> warnings) {
    warnings.forEach(warning -> LOG.log(Level.WARNING, warning));
  }
}
