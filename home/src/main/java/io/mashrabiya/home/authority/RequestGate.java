package io.mashrabiya.home.authority;

import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Lets each request through once, while it is fresh (formats, section 6).
///
/// Guarantee: a request passes once, however often it is repeated and however long it is delayed: a
/// nonce is kept longer than a request with it stays fresh, and whatever is older than this gate
/// does not pass. Memory is bounded: a device that asks too often is put off.
final class RequestGate {
  static final Duration TOLERANCE = Duration.ofSeconds(30);
  static final Duration NONCES_KEPT = Duration.ofSeconds(60);
  static final int MAX_NONCES_PER_DEVICE = 1_200;

  private final Map<DeviceId, Map<Nonce, Instant>> seen = new HashMap<>();
  private Instant start;

  /// @param start the home's start: nothing older passes
  RequestGate(Instant start) {
    this.start = start;
  }

  /// The home's clock leapt: what was asked before `now` is as old as from before a start.
  void restart(Instant now) {
    start = now;
  }

  /// Empty when the request passes.
  Optional<RefusedReason> check(DeviceId device, Request request, Instant now) {
    if (!isFresh(request.stamp().time(), now)) {
      return Optional.of(RefusedReason.CLOCK);
    }
    Map<Nonce, Instant> nonces = seen.computeIfAbsent(device, none -> new LinkedHashMap<>());
    forget(nonces, now);
    Nonce nonce = request.stamp().nonce();
    if (!isNew(nonce, nonces)) {
      return Optional.of(RefusedReason.REPLAYED);
    }
    if (nonces.size() >= MAX_NONCES_PER_DEVICE) {
      return Optional.of(RefusedReason.BUSY);
    }
    nonces.put(nonce, now);
    return Optional.empty();
  }

  /// Once the nonces of before are forgotten, only its time tells an old request.
  @Check
  private boolean isFresh(Instant time, Instant now) {
    return !time.isBefore(start)
        && !time.isBefore(now.minus(TOLERANCE))
        && !time.isAfter(now.plus(TOLERANCE));
  }

  @Check
  private static boolean isNew(Nonce nonce, Map<Nonce, Instant> nonces) {
    return !nonces.containsKey(nonce);
  }

  /// A struck device never comes back, so nothing of it needs keeping.
  void forget(DeviceId device) {
    seen.remove(device);
  }

  /// How many nonces are kept, of all devices.
  int nonces() {
    return seen.values().stream().mapToInt(Map::size).sum();
  }

  /// They stand in the order in which they came.
  private static void forget(Map<Nonce, Instant> nonces, Instant now) {
    var oldest = nonces.values().iterator();
    while (oldest.hasNext() && oldest.next().isBefore(now.minus(NONCES_KEPT))) {
      oldest.remove();
    }
  }
}
