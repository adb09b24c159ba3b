package io.mashrabiya.relay;

import io.mashrabiya.relay.proxy.TrustedProxies;
import io.mashrabiya.relay.tls.TlsFiles;
import java.nio.file.Path;
import java.util.Optional;

/// How people come to a relay's port.
///
/// @param tls of its own; empty: it speaks plain http, to this machine or to a proxy
/// @param proxies servers in front whose word on who asks is taken
/// @param authority the certificate of the household's own authority, which `/ca` offers to devices
///   to install; empty: there is none
public record Front(Optional<TlsFiles> tls, TrustedProxies proxies, Optional<Path> authority) {
  public static final Front PLAIN =
      new Front(Optional.empty(), TrustedProxies.NONE, Optional.empty());
}
