package io.mashrabiya.relay;

import io.mashrabiya.relay.admit.Neighbourhood;
import io.mashrabiya.relay.proxy.Caller;
import io.mashrabiya.relay.proxy.ForwardingHeaders;
import io.mashrabiya.relay.proxy.TrustedProxies;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells who asks, from what Vert.x knows of a connection.
record Callers(TrustedProxies proxies) {
  Caller of(@Nullable SocketAddress remote, MultiMap headers) {
    return proxies.caller(
        address(remote),
        new ForwardingHeaders(
            headers.getAll("X-Forwarded-For"),
            headers.getAll("X-Forwarded-Proto"),
            headers.getAll("Forwarded")));
  }

  static Neighbourhood neighbourhood(Caller caller) {
    return caller
        .address()
        .map(address -> Neighbourhood.of(address.getAddress()))
        .orElse(Neighbourhood.NOWHERE);
  }

  private static Optional<InetAddress> address(@Nullable SocketAddress remote) {
    String host = remote == null ? null : remote.hostAddress();
    if (host == null) {
      return Optional.empty();
    }
    int scope = host.indexOf('%');
    return Optional.of(InetAddress.ofLiteral(scope < 0 ? host : host.substring(0, scope)));
  }
}
