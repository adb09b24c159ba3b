package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.Accounts;
import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.admit.Census;
import io.mashrabiya.relay.admit.Gate;
import io.mashrabiya.relay.admit.HomeAdmission;
import io.mashrabiya.relay.admit.HouseholdQuota;
import io.mashrabiya.relay.admit.Neighbourhood;
import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.relay.cache.CacheLimits;
import io.mashrabiya.relay.cache.SealedCache;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Reason;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.relay.route.Audience;
import io.mashrabiya.relay.route.RouteLimits;
import io.mashrabiya.relay.route.Routes;
import io.mashrabiya.relay.route.ViewerLimits;
import io.mashrabiya.relay.tally.Pace;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.Origin;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// All that lives on the relay's one event loop, wired together: the door, the switchboard, the
/// frame path, and the pure machines behind them. Every method is to be called on that loop.
public final class Loop {
  /// How long a relay takes to be there again when it is restarted.
  private static final Duration RESTART = Duration.ofSeconds(1);

  /// A home introduces its household in less.
  private static final Duration HOMES_FIRST = Duration.ofMillis(250);

  /// Four thousand links are greeted in a second, with room.
  private static final Duration MOVE_SPREAD_EACH = Duration.ofNanos(250_000);

  private static final Duration MOST_MOVE_SPREAD = Duration.ofSeconds(2);

  /// What the loop is made of that others may choose.
  ///
  /// @param viewers other origins whose pages may link as devices
  /// @param keep takes what the operator decided, when that changed; must not block
  /// @param wall the time for people, and for what outlives the relay
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
      HouseholdQuota quota,
      Rollout rollout,
      Tally tally,
      Consumer<Register> keep,
      Supplier<Instant> wall,
      Supplier<Duration> clock) {}

  private final Supplier<Duration> clock;
  private final Supplier<Instant> wall;
  private final Consumer<Register> keep;
  private final Accounts accounts;
  private final Pace pace = new Pace();
  private final Census census;
  private final Rollout rollout;
  private final Switchboard board;
  private final WebSocketDoor door;
  private final Tally tally;

  public Loop(Parts parts) {
    clock = parts.clock;
    wall = parts.wall;
    keep = parts.keep;
    accounts = new Accounts(parts.quota);
    tally = parts.tally;
    census = new Census(parts.links);
    rollout = parts.rollout;
    var random = new SecureRandom();
    var routes = new Routes(parts.routes, () -> Ticket.random(random), tally);
    var frames =
        new FramePath(parts.cache, parts.audience, parts.viewerLimits, accounts, rollout, tally);
    board =
        new Switchboard(
            new Switchboard.Parts(
                routes, parts.gate, frames, accounts, parts.keepAlive, wall, keep, tally));
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
    accounts.tick(LocalDate.ofInstant(wall.get(), ZoneOffset.UTC));
    pace.sample(tally, now);
  }

  /// Which homes are taken in.
  public HomeAdmission homes() {
    return board.gate().homes();
  }

  /// The operator decides something about homes. Who is taken in no more loses its links at once.
  public void decide(UnaryOperator<Register> decision) {
    homes().decide(decision);
    keep.accept(homes().register());
    expelWhoIsOut();
  }

  /// How far each change has gone.
  public Rollout rollout() {
    return rollout;
  }

  /// A change reaches another share of the households from now on, and their viewers at once.
  public void turn(Change change, Share share, Reason reason) {
    Share before = rollout.ledger().share(change);
    rollout.turn(change, share, reason, wall.get());
    board
        .frames()
        .turn(household ->
            share.holds(Rollout.place(change, household))
                != before.holds(Rollout.place(change, household)));
  }

  /// The households that this relay knows: those that are remembered, and those that the operator
  /// has admitted.
  public Set<HouseholdId> known() {
    Set<HouseholdId> known = new HashSet<>(board.routes().remembered());
    known.addAll(homes().register().admitted().keySet());
    return known;
  }

  /// How many of the known households a change has reached.
  public long reached(Change change) {
    return known().stream().filter(household -> rollout.isIn(change, household)).count();
  }

  /// The configuration names other homes from now on.
  public void configure(Admission admission) {
    homes().configure(admission);
    expelWhoIsOut();
  }

  private void expelWhoIsOut() {
    for (HouseholdId household : board.routes().remembered()) {
      if (homes().standing(household) != HomeAdmission.Standing.ADMITTED) {
        board.expel(household, clock.get());
      }
    }
  }

  /// Other limits of households hold from now on.
  public void limit(RouteLimits routes, CacheLimits cache, HouseholdQuota quota) {
    board.routes().limit(routes);
    board.frames().limit(cache);
    accounts.change(quota, clock.get());
  }

  /// The relay is about to listen no more: all links go on.
  public void stay() {
    board.stayAll();
  }

  /// All links are about to move to another relay: the homes are told to come there at once.
  public void moveHomes() {
    board.routes().moves();
    board.endFor(true, Duration.ZERO, Duration.ZERO, clock.get());
  }

  /// The devices follow: at once, but for so much that a crowd does not come together.
  public void moveDevices() {
    var spread = MOVE_SPREAD_EACH.multipliedBy(board.controlLines(false));
    var most = spread.compareTo(MOST_MOVE_SPREAD) < 0 ? spread : MOST_MOVE_SPREAD;
    board.endFor(false, Duration.ZERO, most, clock.get());
  }

  /// Ends all links: whoever started this relay may start it again in a moment, and then the homes
  /// are to come before their devices.
  public void close() {
    board.routes().moves();
    board.endFor(true, RESTART, Duration.ZERO, clock.get());
    board.endFor(false, RESTART.plus(HOMES_FIRST), RESTART, clock.get());
    board.endAll(clock.get());
  }

  /// How many homes are here and have said who their devices are.
  public long introducedHomes() {
    return board.routes().introducedHomes();
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
        board.frames().cachedBytes(),
        homes().register().suspended().size());
  }

  /// How many frames come and go each second.
  public Pace pace() {
    return pace;
  }

  /// The households that are remembered, with what the operator may know of each.
  public List<Resident> residents() {
    Duration now = clock.get();
    return board.routes().remembered().stream()
        .map(id -> new Resident(id, board.routes().isHomeOnline(id), board.known(id, now)))
        .toList();
  }

  /// One household, in numbers.
  public record Resident(HouseholdId household, boolean isOnline, DeviceHears.Known known) {}

  /// How much there is now.
  ///
  /// @param links WebSockets of all kinds
  /// @param homes linked
  /// @param households remembered
  /// @param viewers media links of devices
  /// @param suspended households, whether they are here or not
  public record Gauges(
      int links, long homes, int households, int viewers, long cachedBytes, int suspended) {}
}
