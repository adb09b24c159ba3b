package io.mashrabiya.relay;

import io.mashrabiya.relay.admit.Admission;
import io.mashrabiya.relay.admit.Gate;
import io.mashrabiya.relay.admit.HomeAdmission;
import io.mashrabiya.relay.admit.HouseholdQuota;
import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.relay.cache.NewestGroups;
import io.mashrabiya.relay.cache.SealedCache;
import io.mashrabiya.relay.link.EventLoop;
import io.mashrabiya.relay.link.Loop;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.route.Audience;
import io.mashrabiya.relay.route.Subscribers;
import io.mashrabiya.relay.site.Authority;
import io.mashrabiya.relay.site.Site;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.relay.tls.OwnTls;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.Origin;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// The service in the middle, running: it introduces, forwards and caches, can open nothing and
/// decides nothing about who may look.
///
/// Everything it holds belongs to one event loop; the methods here may be called from any other
/// thread and wait for that loop.
public final class Relay implements AutoCloseable {
  private static final long TICK_MILLIS = 250;

  private final Vertx vertx;
  private final Loop loop;
  private final Doorway doorway;
  private final Origin origin;
  private final RelayLimits limits;
  private final Optional<Desk> desk;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Relay(
      Vertx vertx,
      Loop loop,
      Doorway doorway,
      Origin origin,
      RelayLimits limits,
      Optional<Desk> desk) {
    this.vertx = vertx;
    this.loop = loop;
    this.doorway = doorway;
    this.origin = origin;
    this.limits = limits;
    this.desk = desk;
  }

  /// Starts a relay, and returns when it listens.
  ///
  /// @throws IOException when the address cannot be listened on
  /// @throws io.mashrabiya.relay.folder.FolderInUse when another relay runs from its operator's
  ///   folder, and is not to be replaced
  public static Relay start(RelayOptions options) throws IOException {
    var tally = new Tally();
    return start(
        options,
        rollout ->
            new Keeping(new NewestGroups(options.limits().cache(), tally), new Subscribers()),
        tally);
  }

  /// What keeps sealed pictures, and who of those that look is handed them.
  public record Keeping(SealedCache cache, Audience audience) {}

  /// Starts a relay that keeps and hands out pictures by the given parts. Proofs give it lying
  /// ones.
  public static Relay start(RelayOptions options, SealedCache cache, Audience audience)
      throws IOException {
    return start(options, rollout -> new Keeping(cache, audience));
  }

  /// The same with parts that go by how far a change has gone. They are made and used on threads of
  /// the relay's, one at a time.
  public static Relay start(RelayOptions options, Function<Rollout, Keeping> parts)
      throws IOException {
    return start(options, parts, new Tally());
  }

  private static Relay start(RelayOptions options, Function<Rollout, Keeping> parts, Tally tally)
      throws IOException {
    Optional<Desk> desk =
        options.operator().isPresent()
            ? Optional.of(Desk.open(options.operator().get()))
            : Optional.empty();
    var vertx = Vertx.vertx(oneLoop());
    try {
      var tls = ownTls(vertx, options.front(), tally);
      var doors = new Doors(new Callers(options.front().proxies()));
      var doorway = new Doorway(vertx, doors, tls);
      int port = desk.map(one -> one.portOr(options.port())).orElse(options.port());
      if (desk.isPresent()) {
        desk.get().takeOver();
      }
      // The origin may depend on the port, so the doors are hung when that is known: until then
      // nobody can ask for anything, since no answer of ours was printed yet.
      if (desk.isPresent()) {
        desk.get().listen(doorway, options.host(), port);
      } else {
        doorway.listen(options.host(), port);
      }
      var origin = options.origin().orElseGet(() -> origin(tls, doorway.port()));
      var register = desk.isPresent() ? desk.get().register() : Register.EMPTY;
      var homes = new HomeAdmission(options.admission(), register);
      var rollout = new Rollout(desk.isPresent() ? desk.get().ledger() : Ledger.EMPTY);
      Consumer<Register> keep = changed -> desk.ifPresent(one -> one.keep(changed));
      var loop = loop(options, origin, homes, rollout, parts.apply(rollout), tally, keep);
      var site = site(origin, options);
      EventLoop.call(
          vertx,
          () -> {
            doors.hang(loop, site);
            tls.ifPresent(own -> own.follow(doorway::server));
            return vertx.setPeriodic(TICK_MILLIS, timer -> loop.tick());
          });
      doorway.showMetrics(loop, options.metricsPort());
      var relay = new Relay(vertx, loop, doorway, origin, options.limits(), desk);
      if (desk.isPresent()) {
        desk.get().serve(vertx, loop, doorway, origin, options.host());
      }
      return relay;
    } catch (IOException | RuntimeException e) {
      vertx.close();
      if (desk.isPresent()) {
        desk.get().giveUp();
      }
      throw e;
    }
  }

  private static Loop loop(
      RelayOptions options,
      Origin origin,
      HomeAdmission homes,
      Rollout rollout,
      Keeping keeping,
      Tally tally,
      Consumer<Register> keep) {
    long startNanos = System.nanoTime();
    return new Loop(
        new Loop.Parts(
            origin,
            options.viewers(),
            new Gate(origin, homes),
            keeping.cache(),
            keeping.audience(),
            options.limits().routes(),
            options.limits().viewers(),
            options.limits().links(),
            options.limits().keepAlive(),
            options.limits().quota(),
            rollout,
            tally,
            keep,
            Instant::now,
            () -> Duration.ofNanos(System.nanoTime() - startNanos)));
  }

  /// Where browsers and homes reach it.
  public Origin origin() {
    return origin;
  }

  public int port() {
    return doorway.port();
  }

  /// Where `/metrics` is, on the loopback address, if it was asked for.
  public OptionalInt metricsPort() {
    return doorway.metricsPort();
  }

  /// Takes the home of one household more from now on, until it is told other ones.
  public void admit(HouseholdId household) {
    onLoop(() -> {
      loop.homes().configure(loop.homes().configured().and(household));
      return true;
    });
  }

  /// Takes these homes from now on; the links of others end. What the operator decided while it ran
  /// stays.
  public void configure(Admission admission) {
    onLoop(() -> {
      loop.configure(admission);
      return true;
    });
  }

  /// Every household may use so much from now on.
  public void limit(HouseholdQuota quota) {
    RelayLimits within = limits.withQuota(quota);
    onLoop(() -> {
      loop.limit(within.routes(), within.cache(), quota);
      return true;
    });
  }

  /// Whether another process has taken over and the last link moved there: this one is of no use
  /// any more.
  public boolean isReplaced() {
    return desk.filter(one -> one.replaced().isComplete()).isPresent();
  }

  /// Does something once, when that is so; at once if it is.
  public void whenReplaced(Runnable then) {
    desk.ifPresent(one -> one.replaced().onComplete(moved -> then.run()));
  }

  /// Says goodbye to all links and stops. Blocks until the port is free.
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      desk.ifPresent(Desk::close);
      EventLoop.call(
          vertx,
          () -> {
            loop.close();
            return true;
          });
      doorway.close();
      EventLoop.await(vertx.close());
    } catch (IOException e) {
      vertx.close();
    }
  }

  private <T> void onLoop(Callable<T> work) {
    try {
      EventLoop.call(vertx, work);
    } catch (IOException e) {
      throw new IllegalStateException("the relay is closed", e);
    }
  }

  /// This machine, or with TLS of its own the name that the certificate is for.
  private static Origin origin(Optional<OwnTls> tls, int port) {
    String scheme = tls.isPresent() ? "https" : "http";
    int usual = tls.isPresent() ? 443 : 80;
    String host = tls.flatMap(own -> own.identity().hostName()).orElse("localhost");
    return new Origin(scheme + "://" + host + (port == usual ? "" : ":" + port));
  }

  private static Optional<OwnTls> ownTls(Vertx vertx, Front front, Tally tally) throws IOException {
    return front.tls().isPresent()
        ? Optional.of(
            OwnTls.read(
                vertx,
                front.tls().get(),
                () -> tally.add(Count.CERTIFICATES_RENEWED),
                () -> tally.add(Count.CERTIFICATES_REFUSED)))
        : Optional.empty();
  }

  private static Site site(Origin origin, RelayOptions options) throws IOException {
    var front = options.front();
    var authority =
        front.authority().isPresent()
            ? Optional.of(Authority.read(front.authority().get()))
            : Optional.<Authority>empty();
    return new Site(
        origin,
        options.site(),
        Relay.class.getClassLoader(),
        new Site.Access(front.tls().isPresent(), !front.proxies().isNone(), authority));
  }

  private static VertxOptions oneLoop() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(2)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }
}
