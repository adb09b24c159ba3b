package io.mashrabiya.relay;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.relay.admit.CodeHash;
import io.mashrabiya.relay.admit.HomeAdmission;
import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.relay.console.Order;
import io.mashrabiya.relay.console.Report;
import io.mashrabiya.relay.folder.RelayFolder;
import io.mashrabiya.relay.link.Loop;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.relay.rollout.Reason;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.words.ToldException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Carries out what the operator asks of a relay that runs. What is decided holds at once, and is
/// on the disk before the operator is told that it is done.
///
/// Belongs to the event loop; what blocks is done on the relay's worker thread.
final class Operator {
  private static final System.Logger LOG = System.getLogger("io.mashrabiya.relay");

  private final Vertx vertx;
  private final Loop loop;
  private final RelayFolder folder;
  private final Report report;
  private final Handover handover;
  private final InstantSource wall;
  private final SecureRandom random = new SecureRandom();

  Operator(
      Vertx vertx,
      Loop loop,
      RelayFolder folder,
      Report report,
      Handover handover,
      InstantSource wall) {
    this.vertx = vertx;
    this.loop = loop;
    this.folder = folder;
    this.report = report;
    this.handover = handover;
    this.wall = wall;
  }

  Future<byte[]> carryOut(Order order) {
    return switch (order) {
      case Order.Status() -> Future.succeededFuture(report.status(handover.isLeaving()).bytes());
      case Order.Households() -> Future.succeededFuture(report.households().bytes());
      case Order.Invite(Duration good) -> invite(good);
      case Order.Decide(Order.Decision decision, HouseholdId household) ->
          decide(decision, household);
      case Order.Rollout() -> Future.succeededFuture(report.rollout().bytes());
      case Order.Turn(Order.Way way, Change change, Share share, Reason reason) ->
          turn(way, change, share, reason);
      case Order.HandOver() -> blocking(handover::handOver);
      case Order.TakeBack() -> blocking(handover::takeBack);
      case Order.MoveHomes() -> {
        loop.moveHomes();
        yield done(Future.succeededFuture());
      }
      case Order.MoveDevices() -> {
        loop.moveDevices();
        handover.leave();
        yield done(Future.succeededFuture());
      }
    };
  }

  private Future<byte[]> invite(Duration good) {
    if (!loop.homes().configured().takesCodes()) {
      return Future.failedFuture(
          new ToldException(
              say("This relay takes no codes: it runs with admit: {0}.", loop.homes().configured())
                  .then("Set relay.admit to `invite`, or start it with --admit invite.")));
    }
    var code = AdmissionCode.random(random);
    Instant now = wall.instant();
    Instant until = now.plus(good);
    loop.decide(register -> register.invite(CodeHash.of(code), until, now));
    Json answer =
        Json.object().put("code", code.words()).put("untilMicros", Micros.of(until)).build();
    return kept().map(answer.bytes());
  }

  private Future<byte[]> decide(Order.Decision decision, HouseholdId household) {
    Instant now = wall.instant();
    loop.decide(register ->
        switch (decision) {
          case ADMIT -> register.admit(household, now);
          case DISMISS -> register.dismiss(household, now);
          case SUSPEND -> register.suspend(household, now);
          case RESUME -> register.resume(household);
        });
    HomeAdmission.Standing standing = loop.homes().standing(household);
    return kept().map(Json.object().put("standing", Report.word(standing)).build().bytes());
  }

  private Future<byte[]> turn(Order.Way way, Change change, Share share, Reason reason) {
    Share now = loop.rollout().ledger().share(change);
    boolean goesOn = way == Order.Way.ADVANCE ? share.compareTo(now) > 0 : share.compareTo(now) < 0;
    if (!goesOn) {
      return Future.failedFuture(
          new ToldException(
              way == Order.Way.ADVANCE
                  ? say("{0} is at {1} already.", change.label(), now)
                      .then("To go back, say `rollout back`.")
                  : say("{0} is at {1} already.", change.label(), now)));
    }
    loop.turn(change, share, reason);
    LOG.log(Level.INFO, "{0} goes from {1} to {2}", change.label(), now, share);
    Ledger ledger = loop.rollout().ledger();
    return stored(() -> folder.store(ledger)).map(report.rollout().bytes());
  }

  /// When all that was decided before is on the disk.
  private Future<Void> kept() {
    Register register = loop.homes().register();
    return stored(() -> folder.store(register));
  }

  private Future<Void> stored(Step step) {
    return vertx.executeBlocking(() -> {
      step.take();
      return null;
    });
  }

  /// Stores what changed without an order: a home came in by a code.
  void keep(Register register) {
    vertx
        .executeBlocking(() -> {
          folder.store(register);
          return register;
        })
        .onFailure(failure ->
            LOG.log(
                Level.ERROR,
                "what was decided about homes is not on the disk: it holds until the relay ends",
                failure));
  }

  private interface Step {
    void take() throws IOException;
  }

  private Future<byte[]> blocking(Step step) {
    return done(
        vertx.executeBlocking(() -> {
          step.take();
          return true;
        }));
  }

  private static Future<byte[]> done(Future<?> work) {
    return work.map(nothing -> Json.object().put("done", true).build().bytes());
  }

  /// What a relay does that another process replaces.
  interface Handover {
    boolean isLeaving();

    /// Listens no more, and gives the folder up. Blocks.
    void handOver() throws IOException;

    /// Listens again. Blocks.
    void takeBack() throws IOException;

    /// Ends when the last link did.
    void leave();
  }
}
