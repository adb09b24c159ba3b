package io.mashrabiya.relay.admit;

import io.mashrabiya.relay.admit.TokenBucket.Rate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How many links there are, and from where, so that one party cannot take them all. Pure and not
/// thread-safe.
public final class Census {
  /// How many links there may be.
  ///
  /// @param links of all addresses together
  /// @param linksPerNeighbourhood at a time
  /// @param arrivals new links of one neighbourhood
  public record Limits(int links, int linksPerNeighbourhood, Rate arrivals) {
    public static final Limits DEFAULT = new Limits(20_000, 1_024, new Rate(1_024, 50));
  }

  private final Limits limits;
  private final Map<Neighbourhood, Neighbour> neighbours = new HashMap<>();
  private int links;

  public Census(Limits limits) {
    this.limits = limits;
  }

  /// Whether one more link from there may come; if so it counts until [#leaves].
  public boolean arrives(Neighbourhood from, Duration now) {
    if (links >= limits.links()) {
      return false;
    }
    var neighbour = neighbours.computeIfAbsent(from, key -> new Neighbour(limits, now));
    if (neighbour.links >= limits.linksPerNeighbourhood() || !neighbour.arrivals.take(1, now)) {
      return false;
    }
    neighbour.links++;
    links++;
    return true;
  }

  public void leaves(Neighbourhood from) {
    var neighbour = neighbours.get(from);
    if (neighbour != null && neighbour.links > 0) {
      neighbour.links--;
      links--;
    }
  }

  /// Forgets those that have no link and have not come for a while.
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
