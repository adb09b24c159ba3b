package io.mashrabiya.relay;

import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.relay.console.Console;
import io.mashrabiya.relay.console.Report;
import io.mashrabiya.relay.folder.RelayFolder;
import io.mashrabiya.relay.link.Loop;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.wire.link.Origin;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The operator's side of a relay: its folder, its console, and the change from one process to the
/// next.
///
/// Methods block and are called by the thread that starts or ends the relay, unless they say
/// otherwise.
final class Desk {
  private static final System.Logger LOG = System.getLogger("io.mashrabiya.relay");

  /// How long the port of a predecessor may take to be free.
  private static final Duration FREE = Duration.ofSeconds(3);

  private static final long LOOK_AGAIN_MILLIS = 2;

  private final OperatorOptions options;
  private final RelayFolder folder;
  private final Optional<Predecessor> predecessor;
  private final Promise<Void> replaced = Promise.promise();
  private @Nullable Operator operator;
  private @Nullable Console console;
  private boolean hasTakenOver;

  private Desk(OperatorOptions options, RelayFolder folder, Optional<Predecessor> predecessor) {
    this.options = options;
    this.folder = folder;
    this.predecessor = predecessor;
  }

  /// Opens the folder. If a relay runs from it that is to be replaced, everything that takes time
  /// is done before it is asked for anything.
  static Desk open(OperatorOptions options) throws IOException {
    var folder = RelayFolder.at(options.folder());
    Optional<Predecessor> predecessor =
        options.replaces() ? Predecessor.in(options.folder()) : Optional.empty();
    if (predecessor.isPresent()) {
      Rehearsal.run();
    } else {
      folder.take();
      folder.tidy();
    }
    return new Desk(options, folder, predecessor);
  }

  /// The port of the predecessor, where none is named.
  int portOr(int named) {
    return named == 0 && predecessor.isPresent() ? predecessor.get().port() : named;
  }

  /// The predecessor gives up its folder and its port, if there is one.
  void takeOver() throws IOException {
    if (predecessor.isPresent()) {
      predecessor.get().handOver();
      hasTakenOver = true;
      folder.take();
    }
  }

  /// A port that was the predecessor's is free in a moment.
  void listen(Doorway doorway, String host, int port) throws IOException {
    long until = System.nanoTime() + FREE.toNanos();
    while (true) {
      try {
        doorway.listen(host, port);
        return;
      } catch (BindException e) {
        if (predecessor.isEmpty() || System.nanoTime() > until) {
          throw e;
        }
        pause();
        doorway.renew();
      }
    }
  }

  Register register() throws IOException {
    return folder.register();
  }

  Ledger ledger() throws IOException {
    return folder.ledger();
  }

  /// Keeps what changed without an order. Called on the loop.
  void keep(Register register) {
    if (operator != null) {
      operator.keep(register);
    }
  }

  /// The relay listens: the operator may ask and tell it things, and what is linked to the
  /// predecessor may come.
  void serve(Vertx vertx, Loop loop, Doorway doorway, Origin origin, String host)
      throws IOException {
    InstantSource wall = InstantSource.system();
    var report = new Report(loop, origin, doorway::port, options.version(), wall.instant());
    var departure = new Departure(vertx, loop, folder, doorway, host, replaced);
    operator = new Operator(vertx, loop, folder, report, departure, wall);
    console = Console.open(vertx, folder.ownSocket(), operator::carryOut);
    folder.publish();
    predecessor.ifPresent(leaving ->
        Thread.ofVirtual().name("moving").start(() -> new Moving(vertx, loop, leaving).run()));
  }

  /// The relay could not start: the predecessor is to go on.
  void giveUp() throws IOException {
    folder.close();
    if (hasTakenOver && predecessor.isPresent()) {
      LOG.log(Level.WARNING, "the relay that was to be replaced goes on");
      predecessor.get().takeBack();
    }
  }

  Future<Void> replaced() {
    return replaced.future();
  }

  void close() {
    if (console != null) {
      console.close();
    }
    try {
      folder.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing failed", e);
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
