package io.mashrabiya.relay.admit;

import io.mashrabiya.relay.admit.TokenBucket.Rate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How many links there are, and from where, so that one address cannot take them all.
public final class Census {
  /// How many links there may be.
  ///
  /// @param links of all addresses together
  /// @param linksPerAddress at a time
  /// @param arrivals new links of one address
  public record Limits(int links, int linksPerAddress, Rate arrivals) {
    public static final Limits DEFAULT = new Limits(20_000, 1_024, new Rate(1_024, 50));
  }

  private final Limits limits;
  private final Map<String, Neighbour> neighbours = new HashMap<>();
  private int links;

  public Census(Limits limits) {
    this.limits = limits;
  }

  /// Whether one more link from this address may come; if so it counts until [#leaves].
  public boolean arrives(String address, Duration now) {
    if (links >= limits.links()) {
      return false;
    }
    var neighbour = neighbours.computeIfAbsent(address, key -> new Neighbour(limits, now));
    if (neighbour.links >= limits.linksPerAddress() || !neighbour.arrivals.take(1, now)) {
      return false;
    }
    neighbour.links++;
    links++;
    return true;
  }

  public void leaves(String address) {
    var neighbour = neighbours.get(address);
    if (neighbour != null && neighbour.links > 0) {
      neighbour.links--;
      links--;
    }
  }

  /// Forgets addresses that have no link and have not come for a while.
  public void tick(Duration now) {
    neighbours.values().removeIf(one -> one.links == 0 && one.arrivals.isFull(now));
  }

  public int links() {
    return links;
  }

  private static final class Neighbour {
    private final TokenBucket arrivals;
    private int links;

    Neighbour(Limits limits, Duration now) {
      arrivals = new TokenBucket(limits.arrivals(), now);
    }
  }
}
