package io.mashrabiya.relay.proxy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The servers in front that the operator named, whose word on who asks is taken.
///
/// Guarantee: nobody else's word is. A client that writes such headers itself changes nothing:
/// coming directly it is not asked, and coming through a named proxy only what follows the last
/// stranger counts.
///
/// Not guaranteed: anything against a named proxy that passes a client's own header on as if it had
/// written it. Of `X-Forwarded-For` and `Forwarded` one is expected; where both are there and
/// differ, the client wrote one of them, and neither is believed.
public final class TrustedProxies {
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  private final List<Network> networks;

  private TrustedProxies(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /// Of addresses or networks like `10.0.0.0/8`; empty when one of them is neither.
  public static Optional<TrustedProxies> of(List<String> written) {
    List<Network> networks = new ArrayList<>();
    for (String text : written) {
      Optional<Network> network = Network.parse(text.strip());
      if (network.isEmpty()) {
        return Optional.empty();
      }
      networks.add(network.get());
    }
    return Optional.of(new TrustedProxies(networks));
  }

  public boolean isNone() {
    return networks.isEmpty();
  }

  /// Who asks.
  ///
  /// @param remote the other end of the connection; empty when it has no address
  public Caller caller(Optional<InetAddress> remote, ForwardingHeaders headers) {
    if (remote.isEmpty() || !trusts(remote.get())) {
      return new Caller(remote, Optional.empty(), false);
    }
    Hops usual = Hops.ofXForwarded(headers.xForwardedFor(), headers.xForwardedProto());
    Hops standard = Hops.ofForwarded(headers.forwarded());
    if (!usual.from().isEmpty()
        && !standard.from().isEmpty()
        && !usual.from().equals(standard.from())) {
      return new Caller(remote, Optional.empty(), true);
    }
    Hops hops = usual.from().isEmpty() ? standard : usual;
    Optional<String> scheme = usual.scheme().isPresent() ? usual.scheme() : standard.scheme();
    return new Caller(Optional.of(client(remote.get(), hops)), scheme, true);
  }

  /// Back along the way until somebody who is not trusted, or who is not told.
  private InetAddress client(InetAddress remote, Hops hops) {
    InetAddress nearest = remote;
    for (Optional<InetAddress> from : hops.from().reversed()) {
      if (from.isEmpty()) {
        return nearest;
      }
      nearest = from.get();
      if (!trusts(nearest)) {
        return nearest;
      }
    }
    return nearest;
  }

  private boolean trusts(InetAddress address) {
    return networks.stream().anyMatch(network -> network.holds(address));
  }
}
