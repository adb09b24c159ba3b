package io.mashrabiya.home.authority;

import io.mashrabiya.home.ladder.Looker;
import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The open sessions. Each is a lease: without a beat it ends after [#LENGTH], whatever the relay
/// says it wants.
final class Leases {
  static final Duration LENGTH = Duration.ofSeconds(30);
  static final int MAX_PER_DEVICE = Request.MAX_SESSIONS;

  private final Map<RequestHash, Lease> leases = new HashMap<>();

  private record Lease(Looker looker, Instant renewed, long lastBeat) {
    @Check
    boolean isHeld(Instant now) {
      return !now.isAfter(renewed.plus(LENGTH));
    }

    Lease renewed(Instant now, Request.Beat beat) {
      return new Lease(looker.carrying(beat.bitsPerSecond()), now, beat.number());
    }

    DeviceId device() {
      return looker.device();
    }

    CameraId camera() {
      return looker.camera();
    }

    Track track() {
      return looker.track();
    }
  }

  /// What a beat found.
  ///
  /// @param cameras of the sessions that go on
  /// @param unknown sessions that are not held
  record Renewal(Set<CameraId> cameras, List<RequestHash> unknown) {}

  /// False when the device has too many.
  boolean open(RequestHash session, Looker looker, Instant now) {
    expire(now);
    if (leases.values().stream().filter(lease -> lease.device().equals(looker.device())).count()
        >= MAX_PER_DEVICE) {
      return false;
    }
    leases.put(session, new Lease(looker, now, -1));
    return true;
  }

  /// Empty when the number does not rise: an old beat, held back. A session of another device is as
  /// unknown as one that never was.
  Optional<Renewal> renew(Request.Beat beat, DeviceId device, Instant now) {
    expire(now);
    Map<RequestHash, Lease> own = new HashMap<>();
    for (RequestHash session : beat.sessions()) {
      Lease lease = leases.get(session);
      if (lease != null && lease.device().equals(device)) {
        own.put(session, lease);
      }
    }
    if (own.values().stream().anyMatch(lease -> beat.number() <= lease.lastBeat())) {
      return Optional.empty();
    }
    own.replaceAll((session, lease) -> lease.renewed(now, beat));
    leases.putAll(own);
    Set<CameraId> cameras = new HashSet<>();
    own.values().forEach(lease -> cameras.add(lease.camera()));
    List<RequestHash> unknown =
        beat.sessions().stream().filter(session -> !own.containsKey(session)).distinct().toList();
    return Optional.of(new Renewal(cameras, unknown));
  }

  void close(RequestHash session, DeviceId device) {
    leases.computeIfPresent(session, (same, lease) -> lease.device().equals(device) ? null : lease);
  }

  /// Ends the sessions that are allowed no more.
  void keepOnly(Access access) {
    leases.values().removeIf(lease -> !access.opens(lease.device(), lease.camera(), lease.track()));
  }

  void endAll() {
    leases.clear();
  }

  /// Who looks and listens.
  Map<RequestHash, Looker> lookers(Instant now) {
    expire(now);
    Map<RequestHash, Looker> lookers = new HashMap<>();
    leases.forEach((session, lease) -> lookers.put(session, lease.looker()));
    return lookers;
  }

  /// The cameras that somebody looks at or listens to, each with the tracks that are wanted.
  Map<CameraId, Set<Track>> tracks(Instant now) {
    expire(now);
    Map<CameraId, Set<Track>> tracks = new HashMap<>();
    leases
        .values()
        .forEach(lease ->
            tracks
                .computeIfAbsent(lease.camera(), none -> EnumSet.noneOf(Track.class))
                .add(lease.track()));
    return tracks;
  }

  /// How many are kept, whether or not their time is over.
  int count() {
    return leases.size();
  }

  private void expire(Instant now) {
    leases.values().removeIf(lease -> !lease.isHeld(now));
  }
}
