package io.mashrabiya.relay.proxy;

import java.util.List;

/// The lines of the headers by which proxies tell whom a request is from, as they came.
public record ForwardingHeaders(
    List<String> xForwardedFor, List<String> xForwardedProto, List<String> forwarded) {}
