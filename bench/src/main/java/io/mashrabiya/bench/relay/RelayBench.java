package io.mashrabiya.bench.relay;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.measure.Contest;
import io.mashrabiya.bench.measure.Medians;
import io.mashrabiya.bench.process.Child;
import io.mashrabiya.bench.process.Memory;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.wire.sealed.Kind;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;

/// What it costs the relay to hand one sealed frame to one of many viewers, beside a bare broadcast
/// of the same messages. Each server is a process of its own; home and viewers are this one, whose
/// CPU time nobody counts.
public final class RelayBench implements Measurement {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int FRAMES_PER_SECOND = 25;
  private static final int KEY_INTERVAL = 2 * FRAMES_PER_SECOND;
  private static final double LEAST_DELIVERED = 0.5;
  private static final double MEGA = 1 << 20;
  private static final double KILO = 1 << 10;
  private static final int MOST_SOCKETS = 2_000;

  private final int viewers;

  /// @param viewers of each server; at least 2, at most 256, the members of a household
  public RelayBench(int viewers) {
    this.viewers = viewers;
  }

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public String about() {
    return "CPU time per sealed frame of 8 KB handed to one of 200 viewers, against bare Vert.x";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(7, Duration.ofSeconds(20), Duration.ofSeconds(8));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    Vertx vertx = Vertx.vertx();
    try (Child relay = Child.jvm(List.of(), RelayServer.class);
        Child bare = Child.jvm(List.of(), BareServer.class);
        Child answered = Child.jvm(List.of(), BareServer.class);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      WebSocketClient client =
          vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST_SOCKETS));
      var household = new PaperHousehold();
      return measure(
          new Hall(
              relay,
              new RelayGathering(client, portOf(relay), household, viewers, clock),
              household),
          bare(bare, client, Optional.empty()),
          bare(answered, client, Optional.of(clock)),
          effort);
    } finally {
      Socket.await(vertx.close());
    }
  }

  private static Hall bare(
      Child server, WebSocketClient client, Optional<ScheduledExecutorService> clock)
      throws IOException, InterruptedException {
    var gathering = new BareGathering(client, portOf(server), clock);
    return new Hall(server, gathering, new PaperHousehold());
  }

  private static int portOf(Child server) throws IOException, InterruptedException {
    return Integer.parseInt(server.hear("listening", PATIENCE));
  }

  private Findings measure(Hall relay, Hall bare, Hall answered, Effort effort) throws Exception {
    long relayHeap = heapWithOne(relay);
    long bareHeap = heapWithOne(bare);
    relay.gathering.admit(viewers - 1);
    bare.gathering.admit(viewers - 1);
    answered.gathering.admit(viewers);
    Medians micros =
        new Contest()
            .with("relay", length -> turn(relay, length))
            .with("bare", length -> turn(bare, length))
            .with("answered", length -> turn(answered, length))
            .hold(effort);
    double relayResident = Memory.residentBytes(relay.server.handle()) / MEGA;
    double bareResident = Memory.residentBytes(bare.server.handle()) / MEGA;
    return new Findings(
        Map.of(
            "reference",
            "a broadcast over Vert.x' WebSockets, on one event loop like the relay",
            "viewers",
            viewers + " of each, at " + FRAMES_PER_SECOND + " frames of 8 KB a second"),
        List.of(
            Figure.of("relay-delivery", micros.of("relay"), "us", micros.of("bare")),
            Figure.of("bare-acknowledged", micros.of("answered"), "us", micros.of("bare")),
            Figure.of(
                "relay-viewer-heap", perViewer(relay, relayHeap), "KB", perViewer(bare, bareHeap)),
            Figure.of("relay-resident", relayResident, "MB", bareResident)));
  }

  /// What the server reaches with one viewer, once its code is loaded and it has sent something.
  private long heapWithOne(Hall hall) throws Exception {
    hall.gathering.admit(1);
    hall.send(Kind.KEY, 1);
    return Memory.liveHeapBytes(hall.server.handle());
  }

  private double perViewer(Hall hall, long heapWithOne) throws Exception {
    long heap = Memory.liveHeapBytes(hall.server.handle());
    return (heap - heapWithOne) / KILO / (viewers - 1);
  }

  /// Publishes at a camera's pace for that long, until all have the last frame, which is a key
  /// frame: CPU time of the server for each frame that somebody got, in microseconds.
  private double turn(Hall hall, Duration length) throws Exception {
    int frames = 2 + (int) (length.toNanos() * FRAMES_PER_SECOND / 1_000_000_000L);
    long deliveredBefore = hall.gathering.viewers().delivered();
    Duration before = hall.server.cpu();
    long start = System.nanoTime();
    for (int i = 0; i < frames - 1; i++) {
      waitUntil(start + i * 1_000_000_000L / FRAMES_PER_SECOND);
      hall.publish(i % KEY_INTERVAL == 0 ? Kind.KEY : Kind.DELTA);
    }
    hall.send(Kind.KEY, viewers);
    Duration spent = hall.server.cpu().minus(before);
    long delivered = hall.gathering.viewers().delivered() - deliveredBefore;
    if (delivered < LEAST_DELIVERED * frames * viewers) {
      throw new IOException("only " + delivered + " of " + frames * viewers + " frames came");
    }
    return spent.toNanos() / 1e3 / delivered;
  }

  private static void waitUntil(long nanoTime) {
    for (long rest = nanoTime - System.nanoTime(); rest > 0; rest = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(rest);
    }
  }

  /// A server and whoever is linked to it.
  private record Hall(Child server, Gathering gathering, PaperHousehold household) {
    /// Publishes the household's next frame; tells its number.
    long publish(Kind kind) throws Exception {
      var frame = household.next(kind);
      gathering.publish(frame.bytes());
      return frame.frame().number();
    }

    /// Publishes a frame and waits until so many have it.
    void send(Kind kind, int viewers) throws Exception {
      long number = publish(kind);
      if (!gathering.viewers().awaitKey(number, viewers, PATIENCE.toNanos())) {
        throw new IOException("not all viewers got the last frame");
      }
    }
  }
}
