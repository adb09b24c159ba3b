package io.mashrabiya.relay.link;

import io.mashrabiya.relay.admit.Accounts;
import io.mashrabiya.relay.cache.CacheLimits;
import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.Placement;
import io.mashrabiya.relay.cache.SealedCache;
import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.rollout.Rollout;
import io.mashrabiya.relay.route.Audience;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.relay.route.StillPolicy;
import io.mashrabiya.relay.route.Viewer;
import io.mashrabiya.relay.route.ViewerLimits;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.MediaMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The way of a sealed frame from a home to its viewers. This is the one room that runs on an event
/// loop instead of in blocking style: a frame goes to hundreds of sockets, and a thread for each
/// would cost more than the work. Nothing here may block; all of it belongs to that one thread.
final class FramePath {
  private record Seat(Line line, HouseholdId household, Viewer viewer) {}

  private final SealedCache cache;
  private final Audience audience;
  private final ViewerLimits limits;
  private final Accounts accounts;
  private final Rollout rollout;
  private final Tally tally;
  private final Map<LinkId, Seat> seats = new HashMap<>();

  /// More than can wait for a viewer that acknowledges only what it read, with what the sockets
  /// need for themselves.
  private final long mostInFlightBytes;

  FramePath(
      SealedCache cache,
      Audience audience,
      ViewerLimits limits,
      Accounts accounts,
      Rollout rollout,
      Tally tally) {
    this.cache = cache;
    this.audience = audience;
    this.limits = limits;
    this.accounts = accounts;
    this.rollout = rollout;
    this.tally = tally;
    mostInFlightBytes = 2 * Math.max(limits.windowBytes(), MediaMessage.MAX_BYTES);
  }

  /// A home sent a frame.
  ///
  /// @param household of the link that it came on
  void take(HouseholdId household, Parcel parcel, Duration now) {
    var stream = new StreamId(household, parcel.camera(), parcel.kid().track());
    var placement = cache.offer(stream, parcel);
    count(placement, parcel);
    if (!placement.isTaken()) {
      return;
    }
    try (var shared = new SharedFrame()) {
      for (var delivery : audience.deliveries(stream, parcel)) {
        deliver(delivery, shared, now);
      }
    }
  }

  /// A device's media link is open. It is pinged at once, before there are frames for the answer to
  /// wait behind.
  void open(Line line, HouseholdId household, Duration now) {
    line.ping(now);
    var viewer = new Viewer(limits, () -> stillPolicy(household), tally);
    seats.put(line.id(), new Seat(line, household, viewer));
  }

  private StillPolicy stillPolicy(HouseholdId household) {
    return rollout.isIn(Change.POOR_LINE_STILLS, household) ? StillPolicy.ON : StillPolicy.OFF;
  }

  /// These households are in a change that they were not in, or no more: nothing that was chosen
  /// for their viewers before goes out from now on.
  void turn(Predicate<HouseholdId> households) {
    for (Seat seat : seats.values()) {
      if (households.test(seat.household)) {
        seat.viewer.turns(cache::newest);
      }
    }
  }

  /// A ping was answered.
  void ponged(Line line, Duration now) {
    var roundTrip = line.ponged(now);
    var seat = seats.get(line.id());
    if (seat != null) {
      roundTrip.ifPresent(seat.viewer::answered);
    }
  }

  void subscribe(Line line, HouseholdId household, MediaMessage.Subscribe asked, Duration now) {
    var seat = seats.get(line.id());
    if (seat == null) {
      return;
    }
    var stream = new StreamId(household, asked.camera(), asked.kid().track());
    if (!seat.viewer.subscribe(stream, asked.kid(), asked.first())) {
      tally.add(Count.TOO_MUCH);
      line.end(ByeReason.TOO_MUCH, now);
      return;
    }
    audience.join(line.id(), stream);
    for (Parcel cached : cache.newest(stream)) {
      try (var shared = new SharedFrame()) {
        deliver(new Audience.Delivery(line.id(), stream, cached), shared, now);
      }
    }
  }

  void unsubscribe(Line line, HouseholdId household, MediaMessage.Unsubscribe asked) {
    var seat = seats.get(line.id());
    if (seat != null) {
      var stream = new StreamId(household, asked.camera(), asked.track());
      seat.viewer.unsubscribe(stream);
      audience.leave(line.id(), stream);
    }
  }

  void acknowledge(Line line, MediaMessage.Acknowledgement message, Duration now) {
    var seat = seats.get(line.id());
    if (seat == null) {
      return;
    }
    var next = seat.viewer.acknowledge(message, now);
    if (next.isEmpty()) {
      tally.add(Count.MALFORMED);
      line.end(ByeReason.MALFORMED, now);
      return;
    }
    seat.viewer.news(now).ifPresent(line::carries);
    for (Parcel parcel : next.get()) {
      try (var shared = new SharedFrame()) {
        send(seat, shared, parcel, now);
      }
    }
  }

  void gone(LinkId link) {
    var seat = seats.remove(link);
    if (seat != null) {
      seat.viewer.streams().forEach(stream -> audience.leave(link, stream));
    }
  }

  void forget(HouseholdId household) {
    cache.forget(household);
    accounts.forget(household);
  }

  /// Cuts viewers that take nothing any more; they hold memory and hope for nothing.
  void tick(Duration now) {
    for (Seat seat : List.copyOf(seats.values())) {
      if (seat.viewer.isStuck(now)) {
        tally.add(Count.VIEWERS_TOO_SLOW);
        seat.line.cut();
        gone(seat.line.id());
      }
    }
  }

  int viewers() {
    return seats.size();
  }

  long cachedBytes() {
    return cache.sizeBytes();
  }

  long cachedBytes(HouseholdId household) {
    return cache.sizeBytes(household);
  }

  /// Other limits of a household hold from now on.
  void limit(CacheLimits limits) {
    cache.limit(limits);
  }

  private void deliver(Audience.Delivery delivery, SharedFrame shared, Duration now) {
    var seat = seats.get(delivery.link());
    if (seat == null) {
      return;
    }
    Viewer.Allowance allowance = sizeBytes -> accounts.carry(seat.household, sizeBytes, now);
    if (seat.viewer.offer(delivery.stream(), delivery.parcel(), allowance, now)) {
      send(seat, shared, delivery.parcel(), now);
    }
  }

  private void send(Seat seat, SharedFrame shared, Parcel parcel, Duration now) {
    Line line = seat.line;
    if (!line.takesFrames()) {
      return;
    }
    if (line.holdsMoreThan(mostInFlightBytes)) {
      tally.add(Count.VIEWERS_TOO_SLOW);
      line.giveUp();
    } else {
      line.send(shared.forOne(parcel));
      tally.add(Count.FRAMES_DELIVERED);
      tally.add(Count.BYTES_DELIVERED, parcel.sizeBytes());
      accounts.sent(seat.household, parcel.sizeBytes(), now);
    }
  }

  private void count(Placement placement, Parcel parcel) {
    tally.add(
        switch (placement) {
          case BEGINS, CONTINUES -> Count.FRAMES_TAKEN;
          case REPEATED -> Count.FRAMES_REPEATED;
          case SUPERSEDED -> Count.FRAMES_SUPERSEDED;
          case BROKEN -> Count.FRAMES_BROKEN;
        });
    tally.add(Count.BYTES_TAKEN, placement.isTaken() ? parcel.sizeBytes() : 0);
  }
}
