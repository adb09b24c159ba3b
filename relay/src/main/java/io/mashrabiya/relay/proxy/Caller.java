package io.mashrabiya.relay.proxy;

import java.net.InetAddress;
import java.util.Optional;

/// Who asks, as far as it can be told.
///
/// @param address the client's, or that of the last server on the way that is believed; empty when
///   the connection has none
/// @param scheme that the client spoke, `http` or `https`, by the word of a named proxy
/// @param isByProxy whether a named proxy passed it on
public record Caller(Optional<InetAddress> address, Optional<String> scheme, boolean isByProxy) {}
