package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.Census;
import io.mashrabiya.relay.admit.Gate;
import io.mashrabiya.relay.admit.Neighbourhood;
import io.mashrabiya.relay.cache.SealedCache;
import io.mashrabiya.relay.route.Audience;
import io.mashrabiya.relay.route.RouteLimits;
import io.mashrabiya.relay.route.Routes;
import io.mashrabiya.relay.route.ViewerLimits;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.Origin;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/// All that lives on the relay's one event loop, wired together: the door, the switchboard, the
/// frame path, and the pure machines behind them. Every method is to be called on that loop.
public final class Loop {
  /// What the loop is made of that others may choose.
  ///
  /// @param viewers other origins whose pages may link as devices
  /// @param clock elapsed time, from any beginning
  public record Parts(
      Origin own,
      Set<Origin> viewers,
      Gate gate,
      SealedCache cache,
      Audience audience,
      RouteLimits routes,
      ViewerLimits viewerLimits,
      Census.Limits links,
      KeepAlive keepAlive,
      Tally tally,
      Supplier<Duration> clock) {}

  private final Supplier<Duration> clock;
  private final Census census;
  private final Switchboard board;
  private final WebSocketDoor door;
  private final Tally tally;

  public Loop(Parts parts) {
    clock = parts.clock;
    tally = parts.tally;
    census = new Census(parts.links);
    var random = new SecureRandom();
    var routes = new Routes(parts.routes, () -> Ticket.random(random), tally);
    var frames = new FramePath(parts.cache, parts.audience, parts.viewerLimits, tally);
    board = new Switchboard(routes, parts.gate, frames, parts.keepAlive, tally);
    door = new WebSocketDoor(board, parts.own, parts.viewers, census, tally, clock);
  }

  /// Somebody wants a WebSocket.
  ///
  /// @param from where it comes from, as far as that is known
  public void knock(ServerWebSocketHandshake handshake, Neighbourhood from) {
    door.knock(handshake, from);
  }

  /// To be called a few times each second.
  public void tick() {
    Duration now = clock.get();
    board.tick(now);
    census.tick(now);
  }

  /// Takes one household more from now on.
  public void admit(HouseholdId household) {
    board.gate().admit(household);
  }

  /// Says goodbye to all links.
  public void close() {
    board.endAll(clock.get());
  }

  public Tally tally() {
    return tally;
  }

  public Gauges gauges() {
    var routes = board.routes();
    return new Gauges(
        board.lineCount(),
        routes.homesOnline(),
        routes.householdCount(),
        board.frames().viewers(),
        board.frames().cachedBytes());
  }

  /// How much there is now.
  ///
  /// @param links WebSockets of all kinds
  /// @param homes linked
  /// @param households remembered
  /// @param viewers media links of devices
  public record Gauges(int links, long homes, int households, int viewers, long cachedBytes) {}
}
