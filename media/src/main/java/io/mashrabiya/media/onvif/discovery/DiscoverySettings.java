package io.mashrabiya.media.onvif.discovery;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// Where and how long cameras are looked for.
///
/// @param alone the addresses that are asked, each by itself; where there is none, everybody is
///   asked by multicast on every network of this machine
/// @param patience how long answers are taken
/// @param enough how many cameras end the search early
public record DiscoverySettings(List<InetSocketAddress> alone, Duration patience, int enough) {
  /// The port of WS-Discovery.
  public static final int PORT = 3702;

  /// More cameras than this are not listed.
  public static final int MOST_CAMERAS = 256;

  public DiscoverySettings {
    alone = List.copyOf(alone);
    enough = Math.clamp(enough, 1, MOST_CAMERAS);
  }

  /// Asks everybody.
  public static DiscoverySettings everywhere(Duration patience) {
    return new DiscoverySettings(List.of(), patience, MOST_CAMERAS);
  }

  /// Asks one address, and is content with its answer.
  public static DiscoverySettings alone(InetSocketAddress address, Duration patience) {
    return new DiscoverySettings(List.of(address), patience, 1);
  }
}
