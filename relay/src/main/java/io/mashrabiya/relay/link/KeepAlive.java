package io.mashrabiya.relay.link;

import java.time.Duration;

/// How the relay learns that a link is dead though nobody closed it.
///
/// @param pingEvery how often each link is pinged
/// @param silence a link of which nothing was heard, or that did not even take a ping, for so long
///   is cut
/// @param handshake how long a new link may take to prove itself
public record KeepAlive(Duration pingEvery, Duration silence, Duration handshake) {
  public static final KeepAlive DEFAULT =
      new KeepAlive(Duration.ofSeconds(15), Duration.ofSeconds(40), Duration.ofSeconds(10));
}
